import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { type FileToSave, useSaveFile } from './use-save-file.ts';

interface ExportMenuProps {
  formats: readonly (readonly [format: string, label: string])[];
  fileOf(format: string): FileToSave;
}

/** Something as a file, in a format to choose. */
export function ExportMenu({ formats, fileOf }: ExportMenuProps) {
  const save = useSaveFile();
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          loading={save.isPending}
          leftSection={<IconDownload size={17} aria-hidden />}
          rightSection={<IconChevronDown size={15} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(([format, label]) => (
          <Menu.Item key={format} onClick={() => save.mutate(fileOf(format))}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
