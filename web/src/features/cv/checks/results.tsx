import { Group, Paper, Progress, SimpleGrid, Text } from '@mantine/core';
import type { CvAnalysis, CvCheck } from '../../../api/schema.d.ts';
import { formatNumber } from '../../../ui/dates.tsx';
import { AnchorLink } from '../shared/anchor-link.tsx';

/** Three results that stand apart: there is no number over all of them. */
export function Results({ analysis, cvId }: { analysis: CvAnalysis; cvId: string }) {
  const { readability, writing, job_match } = analysis;
  const toMatch = (
    <AnchorLink
      to="/cv/$cvId"
      params={{ cvId }}
      search={{ tab: 'match', ...(job_match && { analysis: analysis.id }) }}
      size="sm"
    >
      {job_match ? 'See the match' : 'Choose a posting'}
    </AnchorLink>
  );
  return (
    <SimpleGrid type="container" cols={{ base: 1, '440px': 3 }} spacing="sm">
      <Result title="Readability" met={readability.passed} total={readability.total} what="passed">
        <Severities checks={readability.checks} />
      </Result>
      <Result title="Writing" met={writing.passed} total={writing.total} what="passed">
        <Severities checks={writing.checks} />
      </Result>
      {job_match ? (
        <Result title="Match" met={job_match.required.met} total={job_match.required.total} what="skills">
          {toMatch}
        </Result>
      ) : (
        <Paper p="sm" bg="var(--app-soft)">
          <Text size="sm" fw={600}>
            Match
          </Text>
          <Text size="sm" c="dimmed" my={4}>
            No posting was given.
          </Text>
          {toMatch}
        </Paper>
      )}
    </SimpleGrid>
  );
}

interface ResultProps {
  title: string;
  met: number;
  total: number;
  what: string;
  children: React.ReactNode;
}

function Result({ title, met, total, what, children }: ResultProps) {
  return (
    <Paper p="sm" bg="var(--app-soft)">
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Group gap={6} align="baseline" wrap="nowrap">
        <Text fz="1.5rem" fw={650} lh={1.3} flex="none">
          {formatNumber(met)}
        </Text>
        <Text size="sm" c="dimmed">
          of {formatNumber(total)} {what}
        </Text>
      </Group>
      <Progress
        value={total === 0 ? 0 : (100 * met) / total}
        size="sm"
        my={6}
        aria-label={`${title}: ${met} of ${total} ${what}`}
      />
      {children}
    </Paper>
  );
}

function Severities({ checks }: { checks: readonly CvCheck[] }) {
  const failed = checks.filter(({ passed }) => passed === false);
  const counts = (['high', 'medium', 'low'] as const)
    .map((severity) => [severity, failed.filter((check) => check.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${formatNumber(count)} ${severity}`);
  return (
    <Text size="xs" c="dimmed">
      {counts.length > 0 ? `To mend: ${counts.join(', ')}` : 'Nothing to mend'}
    </Text>
  );
}
