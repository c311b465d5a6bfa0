import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useSaveFile } from './use-save-file.ts';

/** A file of everything, one line of JSON each, which the command line reads back. */
export function ExportMemory({ children }: { children: string }) {
  const save = useSaveFile();
  return (
    <Button
      variant="default"
      loading={save.isPending}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => save.mutate({ path: '/api/memory/export', fallbackName: 'memory.jsonl' })}
    >
      {children}
    </Button>
  );
}
