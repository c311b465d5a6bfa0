import { Group, Stack, Text, Title } from '@mantine/core';
import { memo } from 'react';
import { CorrectButton } from '../correct/correct-button.tsx';
import { CorrectForm } from '../correct/correct-form.tsx';
import { CorrectedNote } from '../correct/corrected.tsx';
import { correctable } from '../correct/fields.ts';
import { useCorrecting } from '../correct/use-correction.tsx';
import { EntryView, type Shared, WordRows } from './entry-view.tsx';
import type { ResumeModel, Section } from './model.ts';
import { PieceText, Warnings } from './piece-text.tsx';
import { pieceKey } from './places.ts';
import classes from './resume.module.css';

interface ResumeViewProps extends Shared {
  model: ResumeModel;
}

/** A CV to read; what has a place in the text can be pointed at. Stands in a `Side`. */
export const ResumeView = memo(function ResumeView({ model, placed, warnings }: ResumeViewProps) {
  const { name, label, contacts, summary, sections } = model;
  const shared = { placed, warnings };
  const at = useCorrecting()?.at;
  return (
    <Stack gap="xl" className={classes.resume}>
      {at === '/basics' ? (
        <CorrectForm pointer="/basics" label="Who you are" />
      ) : (
        <header>
          <Title order={2} size="h3">
            {name ? (
              <PieceText piece={name} placed={placed} />
            ) : (
              <Text span c="dimmed" inherit>
                No name was found
              </Text>
            )}{' '}
            <CorrectButton pointer="/basics" what="name, contact and summary" />{' '}
            <CorrectedNote pointer="/basics" />
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
      )}
      {sections.map((section) => (
        <SectionView key={section.key} section={section} {...shared} />
      ))}
      {at?.endsWith('/-') && <NewEntry pointer={at} />}
    </Stack>
  );
});

function SectionView({ section: { key, title, kind, entries }, ...shared }: { section: Section } & Shared) {
  const own = shared.warnings.filter(({ pointer }) => pointer === `/${key}`);
  return (
    <section className={classes.section}>
      <Title order={3} size="sm" tt="uppercase" className={classes.heading}>
        {title} <CorrectedNote pointer={`/${key}`} within={false} />
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

function NewEntry({ pointer }: { pointer: string }) {
  const { one = '' } = correctable[pointer.split('/')[1] ?? ''] ?? {};
  return (
    <section>
      <Title order={3} size="sm" mb="xs">
        {one}
      </Title>
      <CorrectForm pointer={pointer} label={one} />
    </section>
  );
}
