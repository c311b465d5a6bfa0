import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { formatNumber } from '../../../ui/dates.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { type Added, useChangeJob } from '../queries.ts';
import { Hint } from '../shared/hint.tsx';
import { salaryText } from '../shared/salary.ts';
import { stageNames } from '../shared/stages.ts';

const counted = (count: number, name: string) => `${formatNumber(count)} ${name}${count === 1 ? '' : 's'}`;

interface WhatWasReadProps {
  added: Added;
  onClose(): void;
  onMore(): void;
}

/** What was taken from the posting, to be put right where it was read wrongly. */
export function WhatWasRead({ added: { job, application, isOld }, onClose, onMore }: WhatWasReadProps) {
  const [title, setTitle] = useState(job.title ?? '');
  const [company, setCompany] = useState(job.company_name ?? '');
  const [place, setPlace] = useState(job.location ?? '');
  const change = useChangeJob(job.id);
  const navigate = useNavigate();

  /** Keeps what was corrected, and then goes on. */
  function keep(then: () => void) {
    const changes = {
      ...(title.trim() && title.trim() !== job.title && { title: title.trim() }),
      ...(company.trim() && company.trim() !== job.company_name && { company_name: company.trim() }),
      ...(place.trim() !== (job.location ?? '') && { location: place.trim() || null }),
    };
    if (Object.keys(changes).length === 0) then();
    else change.mutate(changes, { onSuccess: then });
  }
  const open = () => void navigate({ to: '/jobs/$applicationId', params: { applicationId: application.id } });
  const facts = [salaryText(job.salary), job.job_types.join(', '), job.remote && 'remote'].filter(Boolean);

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        keep(onClose);
      }}
    >
      <Stack gap="sm">
        <Text role="status">
          {isOld
            ? `This job is on your board already, under ${stageNames[application.stage]}.`
            : `Added under ${stageNames[application.stage]}. This was read from it:`}
        </Text>
        {change.isError && <ErrorNotice error={change.error} />}
        <TextInput
          label="Title"
          value={title}
          maxLength={255}
          placeholder="Not found: what is the job?"
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Group grow align="flex-start">
          <TextInput
            label="Company"
            value={company}
            maxLength={255}
            placeholder="Not found"
            onChange={(event) => setCompany(event.currentTarget.value)}
          />
          <TextInput
            label="Place"
            value={place}
            maxLength={255}
            placeholder="Not found"
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
        </Group>
        {facts.length > 0 && <Text size="sm">{facts.join(' · ')}</Text>}
        <Text size="sm" c="dimmed">
          {counted(job.requirements.length, 'requirement')}, {counted(job.skills_required.length, 'skill')}
        </Text>
        {job.warnings.length > 0 && (
          <Hint tone="look" title="Worth a look">
            <List size="sm">
              {job.warnings.map(({ code, message }) => (
                <List.Item key={`${code} ${message}`}>{message}</List.Item>
              ))}
            </List>
          </Hint>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={() => keep(onMore)}>
            Add another
          </Button>
          <Button variant="default" onClick={() => keep(open)}>
            Open it
          </Button>
          <Button type="submit" loading={change.isPending} data-autofocus>
            Done
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
