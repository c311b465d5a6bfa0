import { ActionIcon, Button, Group, Stack, Tabs, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Letter } from '../../api/schema.d.ts';
import { confirmDelete } from '../../ui/confirm-delete.tsx';
import { errorText } from '../../ui/error-notice.tsx';
import { Page } from '../../ui/page.tsx';
import { AnnotatedText } from '../cv/text/annotated-text.tsx';
import { LinkedSides } from '../cv/text/linked.tsx';
import { Sides } from '../cv/text/sides.tsx';
import { useInAddress } from '../jobs/shared/use-in-address.ts';
import { useKeptText } from '../jobs/shared/use-kept-text.ts';
import { EditLetter } from './edit-letter.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { ExportMenu } from './export-menu.tsx';
import { About, Notes } from './letter-notes.tsx';
import { marksOf } from './marks.ts';
import { useRemoveLetter } from './queries.ts';
import { Versions } from './versions.tsx';
import { letterName } from './words.ts';
import { WriteLetter } from './write-letter.tsx';

/** One version of a letter, and what can be done with it; which one stands in the address. */
export function LetterView({ versions }: { versions: Letter[] }) {
  const [search, setSearch] = useInAddress();
  const newest = versions[0]!;
  const letter = versions.find(({ version }) => String(version) === search.version) ?? newest;
  const draft = useKeptText(`letter-${letter.id}`);
  // What was typed and not kept as a version is gone on with.
  const [doing, setDoing] = useState<'reading' | 'editing' | 'writing'>(
    draft.text === null ? 'reading' : 'editing',
  );
  const marks = useMemo(() => marksOf(letter), [letter]);
  const remove = useConfirmRemove(letter);
  const tab = search.tab === 'versions' ? 'versions' : 'letter';
  const show = ({ version }: Letter) => {
    setDoing('reading');
    setSearch({ version: version >= newest.version ? undefined : String(version), tab: undefined });
  };
  return (
    <Page
      title={letterName(letter)}
      size="xl"
      description={<About letter={letter} count={versions.length} />}
      actions={
        <>
          <ExportMenu letter={letter} />
          <Tooltip label="Delete this letter">
            <ActionIcon size="lg" onClick={remove} aria-label="Delete this letter">
              <IconTrash size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </>
      }
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => setSearch({ tab: value === 'versions' ? 'versions' : undefined })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="letter">Letter</Tabs.Tab>
          <Tabs.Tab value="versions">Versions ({versions.length})</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="letter">
          <Stack gap="sm">
            <Notes letter={letter} />
            {doing === 'reading' && (
              <Group gap="xs">
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconPencil size={16} aria-hidden />}
                  onClick={() => setDoing('editing')}
                >
                  Edit
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconRefresh size={16} aria-hidden />}
                  onClick={() => setDoing('writing')}
                >
                  Write another version
                </Button>
              </Group>
            )}
            {doing === 'writing' && (
              <WriteLetter
                letter={letter}
                linkedCv={letter.cv_id}
                onWritten={show}
                onCancel={() => setDoing('reading')}
              />
            )}
            {doing === 'editing' ? (
              <EditLetter letter={letter} draft={draft} onSaved={show} onCancel={() => setDoing('reading')} />
            ) : (
              <LinkedSides key={letter.id}>
                <Sides
                  above={300}
                  columns="minmax(0, 3fr) minmax(0, 2fr)"
                  sides={[
                    {
                      side: 'letter',
                      label: 'Letter',
                      content: <AnnotatedText text={letter.text} marks={marks} />,
                    },
                    { side: 'evidence', label: 'Evidence', content: <EvidenceList letter={letter} /> },
                  ]}
                />
              </LinkedSides>
            )}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions versions={versions} onShow={show} />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function useConfirmRemove(letter: Letter) {
  const remove = useRemoveLetter();
  const navigate = useNavigate();
  return () =>
    confirmDelete({
      title: 'Delete this letter?',
      children: 'All its versions go with it, and so does what the coach remembers of it.',
      onConfirm: () =>
        remove.mutate(letter.letter_id, {
          onSuccess() {
            notifications.show({ message: 'The letter is deleted.' });
            void navigate({ to: '/jobs' });
          },
          onError: (error) =>
            notifications.show({ color: 'red', title: 'Not deleted', message: errorText(error) }),
        }),
    });
}
