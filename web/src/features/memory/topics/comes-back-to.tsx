import { Accordion, List, Paper, Text, Title } from '@mantine/core';
import { DateText } from '../../../ui/dates.tsx';
import { MomentLink } from '../moment-link.tsx';
import type { Topics } from './queries.ts';

/** Questions that came up again, on other days and in other conversations. */
export function ComesBackTo({ questions }: { questions: Topics['comes_back_to'] }) {
  return (
    <Paper withBorder p="md" component="section" aria-label="What you come back to">
      <Title order={2} mb="xs">
        What you come back to
      </Title>
      {questions.length === 0 ? (
        <Text c="dimmed">Nothing came up in several conversations yet.</Text>
      ) : (
        <Accordion order={3}>
          {questions.map(({ id, label, times, days, last_at: last, messages }) => (
            <Accordion.Item key={id} value={id}>
              <Accordion.Control>
                <Text fw={500}>{label}</Text>
                <Text size="sm" c="dimmed">
                  {times} times on {days} days, last on <DateText value={last} />
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                <List size="sm" spacing={6}>
                  {messages.map((message) => (
                    <List.Item key={message.id}>
                      <DateText value={message.created_at} />:{' '}
                      <MomentLink conversation={message.conversation_id} message={message.message_id}>
                        {message.snippet}
                      </MomentLink>
                    </List.Item>
                  ))}
                </List>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </Paper>
  );
}
