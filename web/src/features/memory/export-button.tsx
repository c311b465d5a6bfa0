import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';

/** A file of everything, one line of JSON each, which the command line reads back. */
export function ExportButton() {
  return (
    <Button
      component="a"
      href="/api/memory/export"
      download="memory.jsonl"
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      Export
    </Button>
  );
}
