import { Accordion, Stack, Text, Title } from '@mantine/core';
import type { CvCheck } from '../../../api/schema.d.ts';
import { CheckItem } from './check-item.tsx';

interface CheckGroupProps {
  title: string;
  about: string;
  checks: readonly CvCheck[];
  placed: ReadonlySet<string>;
}

const weight = { high: 0, medium: 1, low: 2 } as const;

/** The checks of a group: those that failed first, the weightiest before the others; the rest is folded away. */
export function CheckGroup({ title, about, checks, placed }: CheckGroupProps) {
  const of = (passed: boolean | null) =>
    checks.filter((check) => check.passed === passed).sort((a, b) => weight[a.severity] - weight[b.severity]);
  const failed = of(false);
  const rest = [
    ['not', 'Not assessed', of(null)],
    ['passed', 'Passed', of(true)],
  ] as const;
  return (
    <section>
      <Title order={3}>{title}</Title>
      <Text size="sm" c="dimmed" mb="xs">
        {about}
      </Text>
      {failed.length === 0 ? (
        <Text size="sm">Nothing to mend here.</Text>
      ) : (
        <Accordion
          multiple
          variant="separated"
          order={4}
          defaultValue={failed.slice(0, 1).map(({ id }) => id)}
        >
          {failed.map((check) => (
            <CheckItem key={check.id} check={check} placed={placed} />
          ))}
        </Accordion>
      )}
      <Accordion multiple variant="default" order={4} mt="xs">
        {rest
          .filter(([, , list]) => list.length > 0)
          .map(([key, label, list]) => (
            <Accordion.Item key={key} value={key}>
              <Accordion.Control>
                <Text size="sm" c="dimmed">
                  {label}: {list.length}
                </Text>
              </Accordion.Control>
              <Accordion.Panel>
                <Stack gap="xs">
                  {list.map(({ id, title: name, message }) => (
                    <div key={id}>
                      <Text size="sm" fw={600}>
                        {name}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {message}
                      </Text>
                    </div>
                  ))}
                </Stack>
              </Accordion.Panel>
            </Accordion.Item>
          ))}
      </Accordion>
    </section>
  );
}
