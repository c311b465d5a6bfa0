import { Text } from '@mantine/core';
import { IconPencilCheck } from '@tabler/icons-react';
import { createContext, use } from 'react';
import classes from './correct.module.css';

/** JSON pointers of what the person corrected in the CV that is shown. */
const CorrectedContext = createContext<readonly string[]>([]);
export const CorrectedProvider = CorrectedContext;

/** Beside a value that the person wrote. */
export function CorrectedMark({ pointers }: { pointers: readonly string[] }) {
  const corrected = use(CorrectedContext);
  if (!pointers.some((pointer) => corrected.includes(pointer))) return null;
  return (
    <IconPencilCheck
      size={14}
      stroke={1.8}
      role="img"
      aria-label="Corrected by you"
      className={classes.mark}
    />
  );
}

/** At an entry, or a section, of which something is corrected or was taken out. */
export function CorrectedNote({ pointer, within = true }: { pointer: string; within?: boolean }) {
  const corrected = use(CorrectedContext);
  const isOne = (at: string) => at === pointer || (within && at.startsWith(`${pointer}/`));
  if (!corrected.some(isOne)) return null;
  return (
    <Text component="span" size="xs" className={classes.note}>
      corrected by you
    </Text>
  );
}
