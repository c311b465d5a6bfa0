import { Button, Group, Text } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { useAnalyse } from '../../cv/queries.ts';
import { CvSelect } from '../../letters/cv-select.tsx';

/** Holds a CV against the posting; the answer stands with the CV. */
export function Match({ jobId, linkedCv }: { jobId: string; linkedCv: string | null }) {
  const [cvId, setCvId] = useState<string | null>(linkedCv);
  return (
    <Section
      title="Match with a CV"
      description="Skill by skill, with the words that prove it on both sides."
    >
      <CvSelect value={cvId} onChange={setCvId} />
      {cvId && <MatchButton key={cvId} cvId={cvId} jobId={jobId} />}
    </Section>
  );
}

function MatchButton({ cvId, jobId }: { cvId: string; jobId: string }) {
  const analyse = useAnalyse(cvId);
  const navigate = useNavigate();
  const match = () =>
    analyse.mutate(
      { job_id: jobId },
      {
        onSuccess: ({ id }) =>
          void navigate({
            to: '/cv/$cvId',
            params: { cvId },
            search: { tab: 'match', analysis: id },
          }),
      },
    );
  return (
    <>
      {analyse.isError && <ErrorNotice error={analyse.error} onRetry={match} />}
      <Group gap="sm">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconTargetArrow size={16} aria-hidden />}
          loading={analyse.isPending}
          onClick={match}
        >
          Compare
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {analyse.isPending && 'Comparing…'}
        </Text>
      </Group>
    </>
  );
}
