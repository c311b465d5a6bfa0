import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { fieldsAt } from './fields.ts';
import { useCorrecting } from './use-correction.tsx';

/** Begins to correct what stands at a place. `what` names it to a screen reader. */
export function CorrectButton({ pointer, what }: { pointer: string; what: string }) {
  const correcting = useCorrecting();
  if (!correcting || !fieldsAt(pointer)) return null;
  return (
    <Tooltip label="Correct">
      <ActionIcon
        size="sm"
        style={{ verticalAlign: 'middle' }}
        aria-label={`Correct: ${what}`}
        data-correct={pointer}
        disabled={correcting.at !== null}
        onClick={() => correcting.begin(pointer)}
      >
        <IconPencil size={15} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
