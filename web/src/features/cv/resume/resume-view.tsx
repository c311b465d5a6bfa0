import { Group, Stack, Text, Title } from '@mantine/core';
import { memo } from 'react';
import type { Entry, ResumeModel, Section } from './model.ts';
import { PieceText, Row, Tags, Warnings, Word } from './piece-text.tsx';
import { pieceKey } from './places.ts';
import classes from './resume.module.css';

export interface CvWarning {
  code: string;
  message: string;
  pointer?: string;
}

interface ResumeViewProps {
  model: ResumeModel;
  /** Fields that have a place in the text. */
  placed: ReadonlySet<string>;
  warnings: readonly CvWarning[];
}

/** A CV to read; what has a place in the text can be pointed at. Stands in a `Side`. */
export const ResumeView = memo(function ResumeView({ model, placed, warnings }: ResumeViewProps) {
  const { name, label, contacts, summary, sections } = model;
  const shared = { placed, warnings };
  return (
    <Stack gap="xl" className={classes.resume}>
      <header>
        <Title order={2} size="h3">
          {name ? (
            <PieceText piece={name} placed={placed} />
          ) : (
            <Text span c="dimmed" inherit>
              No name was found
            </Text>
          )}
        </Title>
        {label && (
          <Text size="lg" c="dimmed">
            <PieceText piece={label} placed={placed} />
          </Text>
        )}
        <Group mt={6} className={classes.contacts}>
          {contacts.map((contact) => (
            <Text key={pieceKey(contact)} size="sm">
              <PieceText piece={contact} placed={placed} />
            </Text>
          ))}
        </Group>
        <Warnings of={warnings.filter(({ pointer }) => pointer?.startsWith('/basics'))} />
        {summary && (
          <Text mt="md" className={classes.prose} inherit>
            <PieceText piece={summary} placed={placed} />
          </Text>
        )}
      </header>
      {sections.map((section) => (
        <SectionView key={section.key} section={section} {...shared} />
      ))}
    </Stack>
  );
});

type Shared = Pick<ResumeViewProps, 'placed' | 'warnings'>;

function SectionView({ section: { key, title, kind, entries }, ...shared }: { section: Section } & Shared) {
  const own = shared.warnings.filter(({ pointer }) => pointer === `/${key}`);
  return (
    <section className={classes.section}>
      <Title order={3} size="sm" tt="uppercase" className={classes.heading}>
        {title}
      </Title>
      <Warnings of={own} />
      {kind === 'words' ? (
        <WordRows entries={entries} {...shared} />
      ) : (
        <Stack gap="lg">
          {entries.map((entry) => (
            <EntryView key={entry.pointer} entry={entry} {...shared} />
          ))}
        </Stack>
      )}
    </section>
  );
}

function EntryView({ entry, placed, warnings }: { entry: Entry } & Shared) {
  const { pointer, title, subtitle, dates, paragraphs, bullets, tags } = entry;
  return (
    <article>
      {(title.length > 0 || dates) && (
        <Group justify="space-between" align="baseline" gap="xs">
          <Title order={4} size="md" fw={600} className={classes.title}>
            <Row pieces={title} placed={placed} />
          </Title>
          {dates && (
            <Text size="sm" c="dimmed">
              <PieceText piece={dates} placed={placed} />
            </Text>
          )}
        </Group>
      )}
      {subtitle.length > 0 && (
        <Text size="sm" c="dimmed">
          <Row pieces={subtitle} placed={placed} />
        </Text>
      )}
      <Warnings of={warnings.filter(({ pointer: at }) => at === pointer || at?.startsWith(`${pointer}/`))} />
      {paragraphs.map((piece) => (
        <Text key={pieceKey(piece)} mt={6} className={classes.prose} inherit>
          <PieceText piece={piece} placed={placed} />
        </Text>
      ))}
      {bullets.length > 0 && (
        <ul className={classes.bullets}>
          {bullets.map((piece) => (
            <li key={pieceKey(piece)}>
              <PieceText piece={piece} placed={placed} />
            </li>
          ))}
        </ul>
      )}
      {tags.length > 0 && <Tags pieces={tags} placed={placed} />}
    </article>
  );
}

/** Groups of words; those that are one word each stand in one row. */
function WordRows({ entries, placed, warnings }: { entries: readonly Entry[] } & Shared) {
  const groups = entries.filter(({ tags }) => tags.length > 0);
  const single = entries.filter(({ tags }) => tags.length === 0);
  return (
    <Stack gap="sm">
      {groups.map(({ pointer, title, tags }) => (
        <div key={pointer}>
          {title.length > 0 && (
            <Title order={4} size="sm" fw={600}>
              <Row pieces={title} placed={placed} />
            </Title>
          )}
          <Tags pieces={tags} placed={placed} />
        </div>
      ))}
      {single.length > 0 && (
        <Group gap={6}>
          {single.map(({ pointer, title }) => (
            <Word key={pointer}>
              <Row pieces={title} placed={placed} />
            </Word>
          ))}
        </Group>
      )}
      <Warnings
        of={warnings.filter(({ pointer: at }) => entries.some((entry) => at?.startsWith(entry.pointer)))}
      />
    </Stack>
  );
}
