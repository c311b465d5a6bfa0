import { Anchor, Badge, Button, Group, List, Spoiler, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Job } from '../../../api/schema.d.ts';
import { DateText } from '../../../ui/dates.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Section } from '../../../ui/section.tsx';
import { useJob } from '../queries.ts';
import { Hint } from '../shared/hint.tsx';
import { salaryText } from '../shared/salary.ts';
import { EditPosting, usePostingDraft } from './edit-posting.tsx';

const origins: Record<string, string> = {
  'json-ld': 'the data of its page',
  microdata: 'the data of its page',
  readability: 'the text of its page',
  text: 'the pasted text',
  csv: 'a CSV file',
};

/** What the posting says, and the text that it was read from. */
export function Posting({ jobId }: { jobId: string }) {
  const job = useJob(jobId);
  const draft = usePostingDraft(jobId);
  // What was typed and not saved is gone on with.
  const [isEdited, setEdited] = useState(draft.typed !== null);
  return (
    <Section
      title="Posting"
      actions={
        job.data &&
        !isEdited && (
          <Button size="compact-sm" variant="subtle" onClick={() => setEdited(true)}>
            Correct it
          </Button>
        )
      }
    >
      {job.isError && !job.data ? (
        <ErrorNotice error={job.error} onRetry={() => job.refetch()} isRetrying={job.isRefetching} />
      ) : !job.data ? (
        <Loading label="Loading the posting" />
      ) : isEdited ? (
        <EditPosting job={job.data} draft={draft} onDone={() => setEdited(false)} />
      ) : (
        <Content job={job.data} />
      )}
    </Section>
  );
}

function Content({ job }: { job: Job }) {
  const { description, requirements, skills_required, warnings, source, url } = job;
  return (
    <Stack gap="sm" style={{ overflowWrap: 'anywhere' }}>
      <Facts job={job} />
      {warnings.length > 0 && (
        <Hint tone="look">
          <List size="sm" listStyleType="none">
            {warnings.map(({ code, message }) => (
              <List.Item key={`${code} ${message}`}>{message}</List.Item>
            ))}
          </List>
        </Hint>
      )}
      {requirements.length > 0 && (
        <div>
          <Title order={3} size="sm" mb={4}>
            What it asks for
          </Title>
          <List size="sm" spacing={2}>
            {requirements.map((text, i) => (
              <List.Item key={`${i}-${text}`}>{text}</List.Item>
            ))}
          </List>
        </div>
      )}
      {skills_required.length > 0 && (
        <Group gap={6}>
          {skills_required.map((skill) => (
            <Badge key={skill} variant="light" tt="none" fw={500}>
              {skill}
            </Badge>
          ))}
        </Group>
      )}
      {description ? (
        <div>
          <Title order={3} size="sm" mb={4}>
            The text
          </Title>
          <Spoiler maxHeight={280} showLabel="Show all of it" hideLabel="Show less">
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {description}
            </Text>
          </Spoiler>
        </div>
      ) : (
        <Text size="sm" c="dimmed">
          There is no text of this posting. Add it with «Correct it»: letters and matches are made from it.
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {source && `Read from ${origins[source.via] ?? source.via}`}
        {source?.fetched_at && (
          <>
            , <DateText value={source.fetched_at} />
          </>
        )}
        {source && url && '. '}
        {url && /^https?:/i.test(url) && (
          <Anchor href={url} target="_blank" rel="noopener noreferrer nofollow" inherit>
            Open the page
          </Anchor>
        )}
      </Text>
    </Stack>
  );
}

function Facts({ job }: { job: Job }) {
  const { location, remote, job_types, salary, seniority, published_at, expires_at, expired } = job;
  const place = [location, remote && 'remote'].filter(Boolean).join(', ');
  const facts: [string, React.ReactNode][] = [
    ['Place', place],
    ['Salary', salaryText(salary) ?? salary?.text],
    ['Kind', job_types.join(', ')],
    ['Level', seniority],
    ['Published', published_at && <DateText value={published_at} />],
    [expired ? 'Ended' : 'Open until', expires_at && <DateText value={expires_at} />],
  ];
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return null;
  return (
    <Group gap="lg" component="dl" m={0}>
      {known.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="sm" m={0}>
            {value}
          </Text>
        </div>
      ))}
    </Group>
  );
}
