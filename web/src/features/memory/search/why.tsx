import { Box, Group, Popover, Progress, Stack, Text, UnstyledButton } from '@mantine/core';
import { formatNumber } from '../../../ui/dates.tsx';

/** What a part of the score is, in a person's words; the parts are named in `src/memory/rank/groups.ts`. */
const words: Record<string, string> = {
  meaning: 'It means something like it',
  overall: 'It fits by itself',
  keywords: 'It has words of the question',
  neighbours: 'What stands next to it fits',
  conversation: 'Its conversation is about it',
  speaker: 'Who said it',
  question: 'It is the kind of answer asked for',
  style: 'How it is written',
  cosine: 'It means something like it',
  bm25: 'It has words of the question',
};

interface WhyProps {
  confidence?: number;
  explain?: Record<string, number>;
}

/** «12%»; what would be rounded to nothing is «under 1%». */
function percentOf(share: number): string {
  const percent = (value: number) => formatNumber(value, { style: 'percent' });
  return share < 0.005 ? `under ${percent(0.01)}` : percent(share);
}

/** How sure the search is, and, on a click, what speaks for a result and what against it. */
export function Why({ confidence, explain = {} }: WhyProps) {
  const parts = Object.entries(explain)
    .filter(([, share]) => Math.abs(share) >= 0.05)
    .sort(([, a], [, b]) => b - a);
  const largest = Math.max(...parts.map(([, share]) => Math.abs(share)), 1);
  const sure = confidence === undefined ? 'Why this' : `Fits: ${percentOf(confidence)}`;
  if (parts.length === 0) return <Text size="xs">{sure}</Text>;
  return (
    <Popover position="bottom-start" width={300} withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton fz="xs" td="underline" c="var(--mantine-color-anchor)">
          {sure}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="Why it was found">
        <Stack gap="xs">
          <Text size="sm" fw={600}>
            Why it was found
          </Text>
          {parts.map(([part, share]) => (
            <Box key={part}>
              <Group justify="space-between" gap="xs" wrap="nowrap">
                <Text size="xs">{words[part] ?? part}</Text>
                <Text size="xs" c="dimmed">
                  {share < 0 ? 'against' : 'for'}
                </Text>
              </Group>
              <Progress
                value={(100 * Math.abs(share)) / largest}
                color={share < 0 ? 'gray' : 'brand'}
                size="sm"
                aria-label={`${words[part] ?? part}: ${formatNumber(share, { maximumFractionDigits: 1 })}`}
              />
            </Box>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
