import { Badge, Group, List, Text, Title } from '@mantine/core';
import type { Cv, CvSuggestion } from '../../../api/schema.d.ts';
import { AnchorLink } from '../shared/anchor-link.tsx';
import { placeName } from './place-name.ts';

interface SuggestionsProps {
  cv: Cv;
  suggestions: readonly CvSuggestion[];
}

/** What the checks ask for in the CV as it stands: the person decides what to write. */
export function Suggestions({ cv, suggestions }: SuggestionsProps) {
  if (suggestions.length === 0) return null;
  const checks = Map.groupBy(suggestions, ({ check_id }) => check_id);
  return (
    <section>
      <Group justify="space-between" align="baseline" mb="xs">
        <Title order={2} size="h3">
          For you to mend
        </Title>
        <AnchorLink to="/cv/$cvId" params={{ cvId: cv.id }} search={{ tab: 'checks' }} size="sm">
          See the checks
        </AnchorLink>
      </Group>
      <List listStyleType="none" spacing="md" m={0} p={0}>
        {[...checks].map(([id, places]) => {
          const { message, action, severity } = places[0]!;
          const notes = places.filter(({ pointer, note }) => pointer !== null || note !== null);
          return (
            <List.Item key={id}>
              <Group gap="xs" wrap="nowrap" align="baseline">
                <Badge variant="default" size="sm" tt="none" flex="none">
                  {severity}
                </Badge>
                <div>
                  <Text size="sm" fw={600}>
                    {message}
                  </Text>
                  <Text size="sm">{action}</Text>
                  {notes.map(({ pointer, note }) => (
                    <Text
                      key={`${pointer} ${note}`}
                      size="xs"
                      c="dimmed"
                      style={{ overflowWrap: 'anywhere' }}
                    >
                      {[pointer && placeName(cv.json_resume, pointer), note].filter(Boolean).join(': ')}
                    </Text>
                  ))}
                </div>
              </Group>
            </List.Item>
          );
        })}
      </List>
    </section>
  );
}
