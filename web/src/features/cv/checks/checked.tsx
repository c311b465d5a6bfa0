import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Cv, CvAnalysis } from '../../../api/schema.d.ts';
import { DateText } from '../../../ui/dates.tsx';
import { CheckGroup } from './check-group.tsx';
import { Judgements } from './judgements.tsx';
import { Results } from './results.tsx';

interface CheckedProps {
  cv: Cv;
  analysis: CvAnalysis;
  /** Keys of the findings that have a place in the text. */
  placed: ReadonlySet<string>;
}

/** The results of an analysis: the counts, then check by check. */
export function Checked({ cv, analysis, placed }: CheckedProps) {
  const { readability, writing, job, rubric_version, engine, created_at } = analysis;
  return (
    <Stack gap="xl">
      <Results analysis={analysis} cvId={cv.id} />
      <CheckGroup
        title="Readability"
        about="Can programs and people read it?"
        checks={readability.checks}
        placed={placed}
      />
      <CheckGroup title="Writing" about="Is it well told?" checks={writing.checks} placed={placed} />
      <Judgements judgements={writing.judgements} placed={placed} />
      <Text size="xs" c="dimmed">
        Checked <DateText value={created_at} withTime />
        {job?.title && (
          <>
            {' '}
            against{' '}
            <Link to="/cv/$cvId" params={{ cvId: cv.id }} search={{ tab: 'match', analysis: analysis.id }}>
              {job.title}
            </Link>
          </>
        )}{' '}
        · checks by rules, {rubric_version} · judgements:{' '}
        {engine === 'offline' ? 'none without a model' : engine}
      </Text>
    </Stack>
  );
}
