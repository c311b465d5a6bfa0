import { Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { OriginalCvAnalysis } from '../../../api/schema.d.ts';

const lists = [
  ['strengths', 'Strengths'],
  ['weaknesses', 'Weaknesses'],
  ['suggestions', 'Suggestions'],
  ['analysis_notes', 'Notes'],
] as const;

interface OriginalFindingsProps {
  original: OriginalCvAnalysis['original'];
  action: ReactNode;
}

/** What an earlier program found, as it left it: nothing of it is computed again. */
export function OriginalFindings({ original, action }: OriginalFindingsProps) {
  return (
    <Paper withBorder p="md">
      <Stack>
        <Group justify="space-between">
          <Text>Found by the program that this CV was taken over from.</Text>
          {action}
        </Group>
        {lists.map(([key, title]) => {
          const lines = linesOf(original[key]);
          return lines.length === 0 ? null : (
            <section key={key}>
              <Text component="h3" fw={600} size="sm">
                {title}
              </Text>
              {lines.map((line) => (
                <Text key={line} size="sm">
                  {line}
                </Text>
              ))}
            </section>
          );
        })}
      </Stack>
    </Paper>
  );
}

function linesOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((line) => typeof line === 'string') : [];
}
