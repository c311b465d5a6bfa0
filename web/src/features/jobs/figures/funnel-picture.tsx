import { BarChart } from '@mantine/charts';
import { formatNumber } from '../../../ui/dates.tsx';
import { stageNames } from '../shared/stages.ts';
import type { FunnelRow } from './funnel-rows.ts';

/** How many reached each stage, as bars. The table beside it says the same. */
export function FunnelPicture({ rows }: { rows: FunnelRow[] }) {
  return (
    <div aria-hidden>
      <BarChart
        h={40 * rows.length + 30}
        data={rows.map(({ stage, reached }) => ({
          stage: stageNames[stage],
          Reached: reached,
        }))}
        dataKey="stage"
        orientation="vertical"
        series={[{ name: 'Reached', color: 'brand.6' }]}
        gridAxis="none"
        withXAxis={false}
        withTooltip={false}
        yAxisProps={{ width: 84 }}
        withBarValueLabel
        valueFormatter={(value) => formatNumber(value)}
        maxBarWidth={26}
        barChartProps={{ accessibilityLayer: false, margin: { right: 36 } }}
        barProps={{ isAnimationActive: false, radius: 4 }}
      />
    </div>
  );
}
