import { Button, Group, Select, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Cv, CvAnalysisSummary } from '../../../api/schema.d.ts';
import { relativeDate } from '../../../ui/dates.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { useAnalyses, useAnalysis } from '../queries.ts';
import { useInAddress } from '../shared/use-in-address.ts';
import { ChoosePosting } from './choose-posting.tsx';
import { MatchView } from './match-view.tsx';

/** How the CV answers a posting: one that was matched before, or a new one. */
export function MatchTab({ cv }: { cv: Cv }) {
  const analyses = useAnalyses(cv.id);
  const [chosen, choose] = useInAddress('analysis');
  const [isNew, setNew] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  function show(id: string) {
    choose(id);
    setMade(id);
    setNew(false);
  }
  if (analyses.isError && !analyses.data)
    return <ErrorNotice error={analyses.error} onRetry={() => analyses.refetch()} />;
  if (analyses.isPending) return <Loading label="Loading the matches" />;
  const earlier = analyses.data.analyses.filter(isMatch);
  const shown = chosen ?? earlier[0]?.id;
  if (isNew || shown === undefined)
    return (
      <ChoosePosting
        cvId={cv.id}
        onMatched={show}
        onCancel={shown === undefined ? null : () => setNew(false)}
      />
    );
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm">
        <Select
          aria-label="Posting"
          data={earlier.map((one) => ({ value: one.id, label: labelOf(one) }))}
          value={shown}
          allowDeselect={false}
          onChange={(id) => id && choose(id)}
          flex="1 1 14rem"
          maw={520}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setNew(true)}
        >
          Another posting
        </Button>
      </Group>
      <Shown key={shown} cv={cv} id={shown} onMatched={show} isNew={made === shown} />
    </Stack>
  );
}

interface ShownProps {
  cv: Cv;
  id: string;
  onMatched(id: string): void;
  isNew: boolean;
}

function Shown({ cv, id, onMatched, isNew }: ShownProps) {
  const analysis = useAnalysis(cv.id, id);
  if (analysis.isError) return <ErrorNotice error={analysis.error} onRetry={() => analysis.refetch()} />;
  if (analysis.isPending) return <Loading label="Loading the match" />;
  if ('original' in analysis.data || !analysis.data.job_match) return null;
  return <MatchView cv={cv} analysis={analysis.data} onMatched={onMatched} isNew={isNew} />;
}

function isMatch(analysis: { id: string }): analysis is CvAnalysisSummary {
  return 'job_match' in analysis && analysis.job_match !== null;
}

function labelOf({ job, created_at }: CvAnalysisSummary): string {
  const name = [job?.title, job?.company_name].filter(Boolean).join(', ') || 'Pasted posting';
  return `${name} · ${relativeDate(created_at)}`;
}
