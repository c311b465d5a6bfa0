import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { mostColors, seriesColor } from '../../../ui/series-color.ts';
import { overTime } from './over-time.ts';
import type { Bucket, Topics } from './queries.ts';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Messages a week or month, by topic. The table below says the same in words. */
export function TopicsChart({ topics, bucket }: { topics: Topics['topics']; bucket: Bucket }) {
  const shown = topics.slice(0, mostColors);
  const name = (start: string) => (bucket === 'week' ? day : month).format(new Date(start));
  const rows = overTime(shown, bucket).map((row) => ({ ...row, start: name(String(row.start)) }));
  return (
    <div aria-hidden>
      <BarChart
        h={260}
        data={rows}
        dataKey="start"
        type="stacked"
        series={shown.map(({ label }, i) => ({ name: label, color: seriesColor(i) }))}
        withLegend
        legendProps={{ verticalAlign: 'bottom' }}
        yAxisProps={{ allowDecimals: false }}
        maxBarWidth={36}
        barChartProps={{ accessibilityLayer: false }}
        barProps={{ isAnimationActive: false }}
      />
    </div>
  );
}
