import '@mantine/dropzone/styles.css';
import { Button, Group, Paper, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { DropFile } from './drop-file.tsx';
import { PasteText } from './paste-text.tsx';
import { useAddCv } from './use-add-cv.ts';

const ways = [
  { value: 'file', label: 'A file' },
  { value: 'text', label: 'Pasted text' },
];

/** Adds a CV: drop or choose a file, or paste its text. */
export function AddCv() {
  const chosen = useDraft('cv-way');
  const way = chosen.text || 'file';
  const { adding, addFile, addText, fail, cancel, reset } = useAddCv();
  const heading = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={heading}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text component="h2" fw={600} id={heading}>
            Add a CV
          </Text>
          <SegmentedControl
            size="xs"
            data={ways}
            value={way}
            aria-label="Where it comes from"
            onChange={(value) => {
              chosen.setText(value);
              if (adding.state === 'failed') reset();
            }}
          />
        </Group>
        {adding.state === 'failed' && (
          <ErrorNotice error={adding.error} {...(adding.retry && { onRetry: adding.retry })} />
        )}
        {adding.state === 'busy' ? (
          <Busy name={adding.name} {...adding.progress} onCancel={cancel} />
        ) : way === 'file' ? (
          <DropFile onFile={addFile} onProblem={fail} />
        ) : (
          <PasteText onText={addText} />
        )}
      </Stack>
    </Paper>
  );
}

interface BusyProps {
  name: string;
  sent: number;
  isReading: boolean;
  onCancel(): void;
}

function Busy({ name, sent, isReading, onCancel }: BusyProps) {
  const doing = isReading ? 'Reading' : 'Sending';
  return (
    <Stack gap="xs" py="lg" px="sm" role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {doing} <strong>{name}</strong>
        </Text>
        <Button variant="subtle" size="compact-sm" onClick={onCancel}>
          Stop
        </Button>
      </Group>
      <Progress
        value={isReading ? 100 : Math.round(sent * 100)}
        animated={isReading}
        aria-label={doing}
        transitionDuration={150}
      />
      <Text size="xs" c="dimmed">
        {isReading ? 'Finding what stands where. A long file may take a few seconds.' : 'On its way.'}
      </Text>
    </Stack>
  );
}
