import { Group, Progress, Stack, Text } from '@mantine/core';
import type { Billing } from '../../../api/schema.d.ts';
import { DateText, formatNumber } from '../../../ui/dates.tsx';

const kinds = [
  ['messages', 'Messages to the coach'],
  ['analyses', 'CV analyses'],
  ['interviews', 'Mock interviews'],
  ['voice_minutes', 'Minutes of voice'],
] as const;

/** How much of each limit is used in this period. */
export function Usage({ limits, used, period_end: end }: Pick<Billing, 'limits' | 'used' | 'period_end'>) {
  return (
    <Stack gap="xs">
      {kinds.map(([kind, label]) => {
        const limit = limits[kind];
        const spent = used[kind];
        const isSpent = limit !== null && spent >= limit;
        return (
          <div key={kind}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">{label}</Text>
              <Text size="sm" c={isSpent ? 'var(--mantine-color-error)' : 'dimmed'}>
                {formatNumber(spent)} {limit === null ? 'used, no limit' : `of ${formatNumber(limit)}`}
              </Text>
            </Group>
            {limit !== null && (
              <Progress
                value={limit === 0 ? 100 : Math.min(100, (100 * spent) / limit)}
                color={isSpent ? 'red' : 'brand'}
                size="sm"
                aria-label={`${label}: ${formatNumber(spent)} of ${formatNumber(limit)} used`}
              />
            )}
          </div>
        );
      })}
      <Text size="xs" c="dimmed">
        Counted anew from <DateText value={end} />.
      </Text>
    </Stack>
  );
}
