import { Alert, Button, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Cv, CvAnalysis } from '../../../api/schema.d.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useAnalyse } from '../queries.ts';
import { AnnotatedText } from '../text/annotated-text.tsx';
import { LinkedSides } from '../text/linked.tsx';
import { Sides } from '../text/sides.tsx';
import { MatchList } from './match-list.tsx';
import { marksOf } from './status.ts';

interface MatchViewProps {
  cv: Cv;
  analysis: CvAnalysis;
  onMatched(id: string): void;
  isNew: boolean;
}

/** A match: what is asked for, and where both texts say so. */
export function MatchView({ cv, analysis, onMatched, isNew }: MatchViewProps) {
  const cvMarks = useMemo(() => marksOf(analysis, 'cv_spans'), [analysis]);
  const postingMarks = useMemo(() => marksOf(analysis, 'posting_spans'), [analysis]);
  const { job, created_at } = analysis;
  if (!job) return null;
  return (
    <LinkedSides>
      {cv.updated_at > created_at && <Outdated cvId={cv.id} job={job} onMatched={onMatched} />}
      <Sides
        wideFrom="75em"
        above={260}
        takesFocus={isNew}
        columns="minmax(0, 9fr) minmax(0, 10fr) minmax(0, 10fr)"
        sides={[
          { side: 'match', label: 'Match', content: <MatchList analysis={analysis} /> },
          { side: 'cv', label: 'Your CV', content: <AnnotatedText text={cv.text} marks={cvMarks} /> },
          {
            side: 'posting',
            label: 'Posting',
            content: <AnnotatedText text={job.text} marks={postingMarks} />,
          },
        ]}
      />
    </LinkedSides>
  );
}

interface OutdatedProps {
  cvId: string;
  job: NonNullable<CvAnalysis['job']>;
  onMatched(id: string): void;
}

function Outdated({ cvId, job, onMatched }: OutdatedProps) {
  const analyse = useAnalyse(cvId);
  const aim = job.id === null ? { job_text: job.text } : { job_id: job.id };
  const again = () => analyse.mutate(aim, { onSuccess: ({ id }) => onMatched(id) });
  if (analyse.isError)
    return <ErrorNotice error={analyse.error} onRetry={again} isRetrying={analyse.isPending} />;
  return (
    <Alert color="yellow" variant="light" p="xs">
      <Group justify="space-between">
        <Text size="sm">The CV was changed after it was matched.</Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={15} aria-hidden />}
          loading={analyse.isPending}
          onClick={again}
        >
          Match again
        </Button>
      </Group>
    </Alert>
  );
}
