import { Anchor, Badge, List, Popover, Text } from '@mantine/core';
import { IconBook2, IconBriefcase, IconFileText, IconMail, type TablerIcon } from '@tabler/icons-react';
import { Link, type LinkProps, linkOptions } from '@tanstack/react-router';
import type { Source } from '../types.ts';
import classes from './sources.module.css';

interface Kind {
  label: string;
  icon: TablerIcon;
  /** The page of the very thing. */
  page?(id: string): LinkProps;
}

const kinds: Record<string, Kind> = {
  playbook: { label: 'Playbook', icon: IconBook2 },
  cv: {
    label: 'CV',
    icon: IconFileText,
    page: (cvId) => linkOptions({ to: '/cv/$cvId', params: { cvId } }),
  },
  job: {
    label: 'Posting',
    icon: IconBriefcase,
    page: (jobId) => linkOptions({ to: '/jobs/posting/$jobId', params: { jobId } }),
  },
  application: {
    label: 'Application',
    icon: IconBriefcase,
    page: (applicationId) => linkOptions({ to: '/jobs/$applicationId', params: { applicationId } }),
  },
  letter: {
    label: 'Letter',
    icon: IconMail,
    page: (letterId) => linkOptions({ to: '/jobs/letters/$letterId', params: { letterId } }),
  },
};

/** What an answer rests on beside what was remembered: advice, CVs, postings. */
export function Sources({ sources }: { sources: Source[] }) {
  const named = sources.filter(({ kind, cited }) => kind in kinds && cited !== false);
  if (named.length === 0) return null;
  return (
    <ul className={classes.sources} aria-label="Sources">
      {named.map((source) => (
        <li key={`${source.kind} ${source.id}`}>
          <SourceBadge source={source} />
        </li>
      ))}
    </ul>
  );
}

function SourceBadge({ source }: { source: Source }) {
  const { label, icon: Icon, page } = kinds[source.kind]!;
  const references = Array.isArray(source.references) ? source.references.map(String) : [];
  const look = {
    variant: 'default',
    tt: 'none',
    fw: 500,
    leftSection: <Icon size={13} aria-hidden />,
  } as const;
  const words = (
    <>
      <span className="visually-hidden">{label}: </span>
      {source.title}
    </>
  );
  if (page) {
    const link = page(source.id);
    return (
      <Anchor renderRoot={(props) => <Link {...link} {...props} />} underline="never">
        <Badge {...look} style={{ cursor: 'pointer' }}>
          {words}
        </Badge>
      </Anchor>
    );
  }
  if (references.length === 0) return <Badge {...look}>{words}</Badge>;
  return (
    <Popover width={320} withArrow>
      <Popover.Target>
        <Badge {...look} component="button" type="button" style={{ cursor: 'pointer' }}>
          {words}
        </Badge>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="xs" c="dimmed" mb={4}>
          This piece of advice rests on
        </Text>
        <List size="xs" spacing={4}>
          {references.map((reference) => (
            <List.Item key={reference}>{reference}</List.Item>
          ))}
        </List>
      </Popover.Dropdown>
    </Popover>
  );
}
