import { Button, Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload, IconUpload, IconX } from '@tabler/icons-react';
import { useRef } from 'react';
import { accept, mostBytes, rejected } from './advice.ts';

interface DropFileProps {
  onFile(file: File): void;
  onProblem(name: string, error: unknown): void;
}

/** A place to drop a CV; the button opens the file picker. */
export function DropFile({ onFile, onProblem }: DropFileProps) {
  const open = useRef<() => void>(null);
  return (
    <Dropzone
      openRef={open}
      onDrop={([file]) => file && onFile(file)}
      onReject={([first]) =>
        first && onProblem(first.file.name, rejected(first.file.name, first.errors[0]?.code))
      }
      accept={accept}
      maxSize={mostBytes}
      multiple={false}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      tabIndex={-1}
      inputProps={{ 'aria-label': 'CV file' }}
    >
      <Stack align="center" gap={6} py="lg" ta="center">
        <Dropzone.Accept>
          <IconUpload size={36} stroke={1.5} aria-hidden />
        </Dropzone.Accept>
        <Dropzone.Reject>
          <IconX size={36} stroke={1.5} aria-hidden />
        </Dropzone.Reject>
        <Dropzone.Idle>
          <IconFileUpload size={36} stroke={1.5} aria-hidden />
        </Dropzone.Idle>
        <Group gap={8} justify="center">
          <Text>Drop your CV here, or</Text>
          <Button size="xs" onClick={() => open.current?.()}>
            Choose a file
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          PDF, Word (.docx), Markdown, text, HTML or JSON Resume, at most 10 MB
        </Text>
      </Stack>
    </Dropzone>
  );
}
