import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { correctable } from './fields.ts';
import { useCorrecting } from './use-correction.tsx';

/** Adds what was not read: an entry of any section. */
export function AddMissing() {
  const correcting = useCorrecting();
  if (!correcting) return null;
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={correcting.at !== null}
        >
          Add what is missing
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(correctable).map(([section, { one }]) => (
          <Menu.Item key={section} onClick={() => correcting.begin(`/${section}/-`)}>
            {one}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
