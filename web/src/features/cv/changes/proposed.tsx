import { Accordion, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import type { Cv, CvChange, CvRewrite } from '../../../api/schema.d.ts';
import { formatNumber } from '../../../ui/dates.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Markdown } from '../../../ui/markdown.tsx';
import { type Decision, useDecide } from '../queries.ts';
import { resumeModel } from '../resume/model.ts';
import { ResumeView } from '../resume/resume-view.tsx';
import { LinkedSides } from '../text/linked.tsx';
import { ChangeCard } from './change-card.tsx';
import { RefusedChanges } from './refused-changes.tsx';
import { Suggestions } from './suggestions.tsx';

interface ProposedProps {
  cv: Cv;
  rewrite: CvRewrite;
  /** They have just come: the focus goes there. */
  isNew: boolean;
}

/** The changes of one round: decided one by one or all at once. */
export function Proposed({ cv, rewrite, isNew }: ProposedProps) {
  const { changes, suggestions, engine, rewritten_cv_markdown } = rewrite;
  const decide = useDecide(cv.id, rewrite.id);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) list.current?.querySelector<HTMLElement>('[data-after-all]')?.focus();
  }, [isNew]);
  const open = changes.filter(({ status }) => status === 'proposed');
  const shown = changes.filter(({ status }) => status !== 'refused');
  const refused = changes.filter(({ status }) => status === 'refused');

  function run(decision: Decision) {
    decide.mutate(decision, { onSuccess: () => focusNext(list.current, decision.change_ids) });
  }
  const all = (verb: Decision['verb']) => run({ verb, change_ids: open.map(({ id }) => id) });

  return (
    <Stack gap="lg" ref={list}>
      <section>
        <Group justify="space-between" mb="sm">
          <div>
            <Title order={2} size="h3" tabIndex={-1} data-after-all>
              Changes
            </Title>
            <Text size="sm" c="dimmed" role="status">
              {summary(changes)}
            </Text>
          </div>
          {open.length > 1 && (
            <Group gap="xs">
              <Button size="xs" onClick={() => all('accept')} disabled={decide.isPending}>
                Accept all {formatNumber(open.length)}
              </Button>
              <Button size="xs" variant="default" onClick={() => all('reject')} disabled={decide.isPending}>
                Reject all
              </Button>
            </Group>
          )}
        </Group>
        {decide.isError && (
          <ErrorNotice error={decide.error} onRetry={() => decide.variables && run(decide.variables)} />
        )}
        {shown.length === 0 ? (
          <Text size="sm">{nothing(engine)}</Text>
        ) : (
          <Stack gap="sm">
            {shown.map((change) => (
              <ChangeCard
                key={change.id}
                change={change}
                resume={cv.json_resume}
                isBusy={decide.isPending}
                onDecide={(verb) => run({ verb, change_ids: [change.id] })}
              />
            ))}
          </Stack>
        )}
      </section>
      <RefusedChanges changes={refused} resume={cv.json_resume} />
      <Suggestions cv={cv} suggestions={suggestions} />
      {engine === null && rewritten_cv_markdown ? (
        <Markdown text={rewritten_cv_markdown} />
      ) : (
        <Result resume={cv.json_resume} />
      )}
      <Text size="xs" c="dimmed">
        Proposed by {engine === 'offline' ? 'rules, without a model' : (engine ?? 'another program')}. What
        states anything that your CV does not hold is held back.
      </Text>
    </Stack>
  );
}

/** Where the focus goes on: the next change that is open, or the heading above them. */
function focusNext(list: HTMLElement | null, decided: readonly string[]): void {
  const cards = [...(list?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
  const at = cards.findIndex(({ dataset }) => dataset.change === decided.at(-1));
  const isOpen = ({ dataset }: HTMLElement) =>
    dataset.status === 'proposed' && !decided.includes(dataset.change!);
  const next = [...cards.slice(at + 1), ...cards.slice(0, at)].find(isOpen);
  (next ?? list?.querySelector<HTMLElement>('[data-after-all]'))?.focus();
}

const statuses = [
  ['proposed', 'to decide'],
  ['accepted', 'accepted'],
  ['rejected', 'rejected'],
  ['stale', 'outdated'],
  ['refused', 'held back'],
] as const;

function summary(changes: readonly CvChange[]): string {
  return statuses
    .map(([status, words]) => [changes.filter((change) => change.status === status).length, words] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatNumber(count)} ${words}`)
    .join(', ');
}

function nothing(engine: string | null): string {
  if (engine === 'offline')
    return 'No change is right whatever the text says: spaces, bullets and full stops are in order.';
  return 'No change was proposed.';
}

/** The CV as it stands now, with every accepted change. */
function Result({ resume }: { resume: Cv['json_resume'] }) {
  const model = useMemo(() => resumeModel(resume), [resume]);
  return (
    <Accordion variant="contained" order={2}>
      <Accordion.Item value="result">
        <Accordion.Control>Your CV as it stands now</Accordion.Control>
        <Accordion.Panel>
          <LinkedSides>
            <ResumeView model={model} placed={nowhere} warnings={[]} />
          </LinkedSides>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

const nowhere: ReadonlySet<string> = new Set();
