import { Group, Stack, Text, Title } from '@mantine/core';
import { CorrectButton } from '../correct/correct-button.tsx';
import { CorrectForm } from '../correct/correct-form.tsx';
import { CorrectedNote } from '../correct/corrected.tsx';
import { fieldsAt } from '../correct/fields.ts';
import { useCorrecting } from '../correct/use-correction.tsx';
import type { Entry } from './model.ts';
import { PieceText, Row, Tags, Warnings, Word } from './piece-text.tsx';
import { pieceKey } from './places.ts';
import classes from './resume.module.css';

export interface CvWarning {
  code: string;
  message: string;
  pointer?: string;
}

export interface Shared {
  /** Fields that have a place in the text. */
  placed: ReadonlySet<string>;
  warnings: readonly CvWarning[];
}

/** One job, one education: to read, or as a form while it is corrected. */
export function EntryView({ entry, placed, warnings }: { entry: Entry } & Shared) {
  const { pointer, title, subtitle, dates, paragraphs, bullets, tags } = entry;
  const name = entryName(entry);
  const isCorrecting = useCorrecting()?.at === pointer;
  if (isCorrecting) return <CorrectForm pointer={pointer} label={name} />;
  return (
    <article>
      {(title.length > 0 || dates || fieldsAt(pointer)) && (
        <Group justify="space-between" align="baseline" gap="xs">
          <Title order={4} size="md" fw={600} className={classes.title}>
            <Row pieces={title} placed={placed} /> <CorrectButton pointer={pointer} what={name} />{' '}
            <CorrectedNote pointer={pointer} />
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

const entryName = ({ title, subtitle }: Entry): string =>
  [...title, ...subtitle]
    .map(({ text }) => text)
    .slice(0, 2)
    .join(', ') || 'this entry';

/** Groups of words; those that are one word each stand in one row. */
export function WordRows({ entries, placed, warnings }: { entries: readonly Entry[] } & Shared) {
  const groups = entries.filter(({ tags }) => tags.length > 0);
  const single = entries.filter(({ tags }) => tags.length === 0);
  const at = useCorrecting()?.at;
  const open = entries.find(({ pointer }) => pointer === at);
  return (
    <Stack gap="sm">
      {groups.map((group) =>
        group === open ? null : (
          <div key={group.pointer}>
            <Title order={4} size="sm" fw={600}>
              <Row pieces={group.title} placed={placed} />{' '}
              <CorrectButton pointer={group.pointer} what={entryName(group)} />{' '}
              <CorrectedNote pointer={group.pointer} />
            </Title>
            <Tags pieces={group.tags} placed={placed} />
          </div>
        ),
      )}
      {single.length > 0 && (
        <Group gap={6}>
          {single.map((word) => (
            <Word key={word.pointer}>
              <Row pieces={word.title} placed={placed} />{' '}
              <CorrectButton pointer={word.pointer} what={entryName(word)} />
            </Word>
          ))}
        </Group>
      )}
      {open && <CorrectForm key={open.pointer} pointer={open.pointer} label={entryName(open)} />}
      <Warnings
        of={warnings.filter(({ pointer: at }) => entries.some((entry) => at?.startsWith(entry.pointer)))}
      />
    </Stack>
  );
}
