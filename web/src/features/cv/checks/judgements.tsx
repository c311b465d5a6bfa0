import { Button, Group, Rating, Stack, Text, Title } from '@mantine/core';
import type { CvAnalysis } from '../../../api/schema.d.ts';
import { Quote } from '../../../ui/quote.tsx';
import { useJump } from '../text/linked.tsx';
import { findingKey } from './findings.ts';

type Given = CvAnalysis['writing']['judgements'];

interface JudgementsProps {
  judgements: Given;
  placed: ReadonlySet<string>;
}

/** What a model made of the writing, by criteria with anchors; or why there is nothing of it. */
export function Judgements({ judgements, placed }: JudgementsProps) {
  const jump = useJump();
  return (
    <section>
      <Title order={3}>Judgements of the writing</Title>
      {'not_assessed' in judgements ? (
        <Text size="sm" c="dimmed">
          Not assessed: {judgements.not_assessed}. The checks above do not depend on it.
        </Text>
      ) : (
        <Stack gap="lg" mt="xs">
          <Text size="sm" c="dimmed">
            {judgements.engine} was asked {judgements.runs} times; the middle answer counts.
          </Text>
          {judgements.items.map(({ id, title, question, min, median, max, anchor, evidence }) => (
            <article key={id}>
              <Group justify="space-between" align="baseline">
                <Title order={4} size="sm">
                  {title}
                </Title>
                <Group gap={6}>
                  <Rating value={median} readOnly size="xs" fractions={2} aria-hidden />
                  <Text size="sm">
                    {median} of 5{min !== max && ` (${min} to ${max})`}
                  </Text>
                </Group>
              </Group>
              <Text size="sm" c="dimmed">
                {question}
              </Text>
              <Text size="sm" my={4}>
                {anchor}
              </Text>
              <Stack gap={6}>
                {evidence.map(({ quote }, index) => (
                  <Quote
                    key={quote}
                    text={quote}
                    lines={3}
                    actions={
                      placed.has(findingKey(id, index)) && (
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          onClick={() => jump(findingKey(id, index), 'text')}
                        >
                          Show
                        </Button>
                      )
                    }
                  />
                ))}
              </Stack>
            </article>
          ))}
          {judgements.dropped
            .filter(({ run }) => run === null)
            .map(({ id, reason }) => (
              <Text key={id} size="sm" c="dimmed">
                Without a judgement: {id} ({reason})
              </Text>
            ))}
        </Stack>
      )}
    </section>
  );
}
