import { Accordion, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import type { CvAnalysis, JobMatch } from '../../../api/schema.d.ts';
import { formatNumber } from '../../../ui/dates.tsx';
import textClasses from '../text/text.module.css';
import { DemandRow, SkillRow } from './match-rows.tsx';
import { demandsOf, type Status, skillsOf, statusWords } from './status.ts';

const kinds = [
  ['required', 'Required'],
  ['preferred', 'Preferred'],
  ['mentioned', 'Mentioned'],
] as const;

/** What the posting asks for and how the CV answers, each part counted by itself. */
export function MatchList({ analysis }: { analysis: CvAnalysis }) {
  const match = analysis.job_match!;
  const posting = analysis.job!.text;
  const skills = skillsOf(match);
  const demands = demandsOf(match);
  return (
    <Stack gap="lg">
      <Tallies match={match} />
      <Legend />
      {demands.length > 0 && (
        <section>
          <Title order={3} size="sm" mb={4}>
            Beyond skills
          </Title>
          {demands.map((demand) => (
            <DemandRow key={demand.key} demand={demand} />
          ))}
        </section>
      )}
      {kinds.map(([kind, title]) => {
        const here = skills.filter(({ match: skill }) => skill.kind === kind);
        return here.length === 0 ? null : (
          <section key={kind}>
            <Title order={3} size="sm" mb={4}>
              {title}
            </Title>
            {here.map((skill) => (
              <SkillRow key={skill.key} skill={skill} posting={posting} />
            ))}
          </section>
        );
      })}
      {skills.length === 0 && <Text size="sm">No skill was found in this posting.</Text>}
      <Keywords keywords={match.keywords} />
      <Text size="xs" c="dimmed">
        Compared by rules, without a model. What is listed here as missing may stand in your CV in words that
        are not known.
      </Text>
    </Stack>
  );
}

function Tallies({ match: { totals } }: { match: JobMatch }) {
  const shown = [...kinds, ['soft', 'Soft skills'] as const].filter(([kind]) => totals[kind].total > 0);
  return (
    <Stack gap="xs">
      {shown.map(([kind, title]) => {
        const { met, total } = totals[kind];
        return (
          <div key={kind}>
            <Group justify="space-between" gap={4} wrap="nowrap">
              <Text size="sm" fw={600}>
                {title}
              </Text>
              <Text size="sm" c="dimmed">
                {formatNumber(met)} of {formatNumber(total)}
              </Text>
            </Group>
            <Progress value={(100 * met) / total} size="sm" aria-label={`${title}: ${met} of ${total}`} />
          </div>
        );
      })}
    </Stack>
  );
}

function Legend() {
  return (
    <Group gap="sm" c="dimmed" fz="xs" aria-label="How it is marked" role="group">
      {(['listed', 'supported', 'missing'] as Status[]).map((status) => (
        <span key={status} className={textClasses.mark} data-tone={status}>
          {statusWords[status]}
        </span>
      ))}
    </Group>
  );
}

function Keywords({ keywords }: { keywords: JobMatch['keywords'] }) {
  if (keywords.length === 0) return null;
  return (
    <Accordion variant="default" order={3}>
      <Accordion.Item value="words">
        <Accordion.Control>
          <Text size="sm">How often each word stands there</Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Table fz="sm" verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Word</Table.Th>
                <Table.Th ta="end">Posting</Table.Th>
                <Table.Th ta="end">CV</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {keywords.map(({ term, posting, cv }) => (
                <Table.Tr key={term}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{term}</Table.Td>
                  <Table.Td ta="end">{formatNumber(posting)}</Table.Td>
                  <Table.Td ta="end">{formatNumber(cv)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
