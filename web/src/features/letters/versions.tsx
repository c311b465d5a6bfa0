import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Letter } from '../../api/schema.d.ts';
import { DateText } from '../../ui/dates.tsx';
import { errorText } from '../../ui/error-notice.tsx';
import { WordDiff } from '../cv/changes/word-diff.tsx';
import { useEdit } from './queries.ts';
import { tones, writerOf } from './words.ts';

interface VersionsProps {
  versions: Letter[];
  onShow(letter: Letter): void;
}

/** All versions, two of them compared word by word. */
export function Versions({ versions, onShow }: VersionsProps) {
  const [before, setBefore] = useState(versions[1]?.version ?? null);
  const [after, setAfter] = useState(versions[0]!.version);
  const find = (version: number | null) => versions.find((letter) => letter.version === version);
  const [old, recent] = [find(before), find(after)];
  const options = versions.map(({ version }) => ({ value: String(version), label: `Version ${version}` }));
  return (
    <Stack gap="lg">
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {versions.map((letter, i) => (
          <Version key={letter.id} letter={letter} isNewest={i === 0} onShow={onShow} />
        ))}
      </ul>
      {old && recent && (
        <section aria-labelledby="compare-versions">
          <Title order={2} size="h3" id="compare-versions" mb="xs">
            Compared
          </Title>
          <Group mb="sm" gap="sm">
            <NativeSelect
              label="From"
              data={options}
              value={String(before)}
              onChange={(event) => setBefore(Number(event.currentTarget.value))}
            />
            <NativeSelect
              label="To"
              data={options}
              value={String(after)}
              onChange={(event) => setAfter(Number(event.currentTarget.value))}
            />
          </Group>
          <Paper withBorder p="md">
            {old.text === recent.text ? (
              <Text size="sm" c="dimmed">
                They are the same.
              </Text>
            ) : (
              <WordDiff before={old.text} after={recent.text} />
            )}
          </Paper>
        </section>
      )}
    </Stack>
  );
}

interface VersionProps {
  letter: Letter;
  isNewest: boolean;
  onShow(letter: Letter): void;
}

function Version({ letter, isNewest, onShow }: VersionProps) {
  const edit = useEdit(letter.id);
  const goBack = () =>
    edit.mutate(letter.text, {
      onSuccess(made) {
        notifications.show({ message: `Version ${letter.version} is back, as version ${made.version}.` });
        onShow(made);
      },
      onError: (error) =>
        notifications.show({ color: 'red', title: 'Not gone back', message: errorText(error) }),
    });
  return (
    <li>
      <Group justify="space-between" gap="xs" py={8}>
        <div>
          <Text size="sm" fw={600}>
            Version {letter.version}
            {isNewest && ', the newest'}
          </Text>
          <Text size="xs" c="dimmed">
            <DateText value={letter.created_at} withTime />, {writerOf(letter)}
            {letter.engine !== 'person' &&
              `, ${tones.find(({ value }) => value === letter.tone)?.label.toLowerCase() ?? letter.tone}`}
          </Text>
        </div>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            onClick={() => onShow(letter)}
            aria-label={`Show version ${letter.version}`}
          >
            Show
          </Button>
          {!isNewest && (
            <Button
              size="xs"
              variant="default"
              loading={edit.isPending}
              onClick={goBack}
              aria-label={`Go back to version ${letter.version}`}
            >
              Go back to it
            </Button>
          )}
        </Group>
      </Group>
    </li>
  );
}
