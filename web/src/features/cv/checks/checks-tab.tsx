import { Alert, Button, Center, Group, Stack, Text } from '@mantine/core';
import { IconChecklist, IconRefresh } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Cv, CvAnalysis, CvCheck } from '../../../api/schema.d.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { useAnalyse, useAnalyses, useAnalysis } from '../queries.ts';
import { AnnotatedText, type Tone } from '../text/annotated-text.tsx';
import { LinkedSides } from '../text/linked.tsx';
import type { Mark } from '../text/segments.ts';
import { Sides } from '../text/sides.tsx';
import { Checked } from './checked.tsx';
import { findingKey, findingPlaces } from './findings.ts';
import { OriginalFindings } from './original-findings.tsx';

/** What the newest analysis found in the CV; the first is made at the press of a button. */
export function ChecksTab({ cv }: { cv: Cv }) {
  const analyses = useAnalyses(cv.id);
  const newest = analyses.data?.analyses[0];
  const analysis = useAnalysis(cv.id, newest?.id);
  const analyse = useAnalyse(cv.id);
  const check = () => analyse.mutate({});
  if (analyses.isError && !analyses.data)
    return <ErrorNotice error={analyses.error} onRetry={() => analyses.refetch()} />;
  if (analysis.isError) return <ErrorNotice error={analysis.error} onRetry={() => analysis.refetch()} />;
  if (analyses.isPending || (newest && analysis.isPending)) return <Loading label="Loading the checks" />;
  const again = <CheckButton isAgain={newest !== undefined} onClick={check} isBusy={analyse.isPending} />;
  const problem = analyse.isError && (
    <ErrorNotice error={analyse.error} onRetry={check} isRetrying={analyse.isPending} />
  );
  if (!analysis.data)
    return (
      <Stack>
        {problem}
        <EmptyState icon={IconChecklist} title="Not checked yet" action={again}>
          Over sixty checks of how programs and people read your CV and of how it is told. Each that fails
          says why it matters, what to do, and where. It takes a few seconds.
        </EmptyState>
      </Stack>
    );
  if ('original' in analysis.data)
    return (
      <Stack>
        {problem}
        <OriginalFindings original={analysis.data.original} action={again} />
      </Stack>
    );
  const isOld = cv.updated_at > analysis.data.created_at;
  return (
    <Stack gap="sm">
      {problem}
      {isOld && (
        <Alert color="yellow" variant="light" p="xs">
          <Group justify="space-between">
            <Text size="sm">The CV was changed after it was checked.</Text>
            {again}
          </Group>
        </Alert>
      )}
      <Found cv={cv} analysis={analysis.data} again={isOld ? null : again} isNew={analyse.isSuccess} />
    </Stack>
  );
}

interface CheckButtonProps {
  isAgain: boolean;
  isBusy: boolean;
  onClick(): void;
}

function CheckButton({ isAgain, isBusy, onClick }: CheckButtonProps) {
  return isAgain ? (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconRefresh size={15} aria-hidden />}
      loading={isBusy}
      onClick={onClick}
    >
      Check again
    </Button>
  ) : (
    <Button loading={isBusy} onClick={onClick}>
      Check this CV
    </Button>
  );
}

interface FoundProps {
  cv: Cv;
  analysis: CvAnalysis;
  again: React.ReactNode;
  isNew: boolean;
}

function Found({ cv, analysis, again, isNew }: FoundProps) {
  const marks = useMemo(() => marksOf(cv, analysis), [cv, analysis]);
  return (
    <LinkedSides>
      <Sides
        takesFocus={isNew}
        columns="minmax(0, 11fr) minmax(0, 9fr)"
        sides={[
          {
            side: 'checks',
            label: 'Checks',
            extra: again,
            content: <Checked cv={cv} analysis={analysis} placed={new Set(marks.map(({ key }) => key))} />,
          },
          {
            side: 'text',
            label: 'Your text',
            content:
              cv.text === '' ? (
                <Center c="dimmed">There is no text of this CV.</Center>
              ) : (
                <AnnotatedText text={cv.text} marks={marks} />
              ),
          },
        ]}
      />
    </LinkedSides>
  );
}

/** Each finding of a failed check, and each passage that a judgement rests on, where it stands in the text. */
function marksOf(cv: Cv, { readability, writing }: CvAnalysis): Mark<Tone>[] {
  const failed = [...readability.checks, ...writing.checks].filter(({ passed }) => passed === false);
  const found = failed.flatMap((check: CvCheck) =>
    check.findings.map((finding, index): Mark<Tone> => {
      const spans = findingPlaces(cv, finding);
      return { key: findingKey(check.id, index), spans, tone: 'finding', description: finding.note };
    }),
  );
  const { judgements } = writing;
  const quoted =
    'items' in judgements
      ? judgements.items.flatMap(({ id, evidence }) =>
          evidence.map(
            ({ span }, index): Mark<Tone> => ({
              key: findingKey(id, index),
              spans: [span],
              tone: 'supported',
            }),
          ),
        )
      : [];
  return [...found, ...quoted].filter(({ spans }) => spans.length > 0);
}
