import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { toISO, toLocal } from './local-time.ts';
import { SaveNote } from './save-note.tsx';
import { useSavedText } from './use-saved-text.ts';

interface TimeFieldProps {
  /** Of the draft. */
  name: string;
  label: string;
  /** ISO 8601. */
  value: string | null;
  onSave(value: string | null): Promise<unknown>;
}

/** A date with its time, in the browser's own field for them; an emptied one is removed. */
export function TimeField({ name, label, value, onSave }: TimeFieldProps) {
  const [error, setError] = useState<string | null>(null);
  const field = useSavedText(name, toLocal(value), (text) => onSave(toISO(text)));
  return (
    <div>
      <TextInput
        type="datetime-local"
        label={label}
        value={field.value}
        error={error}
        max="9999-12-31T23:59"
        onChange={(event) => field.change(event.currentTarget.value)}
        onBlur={(event) => {
          // Half a date reads as none: that is not what was meant.
          if (event.currentTarget.validity.badInput) return setError('Enter the date and the time.');
          setError(null);
          field.commit();
        }}
      />
      <SaveNote field={field} />
    </div>
  );
}
