import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { dayOf } from '../../../ui/dates.tsx';
import { noonOf, toISO, toLocal } from './local-time.ts';
import { SaveNote } from './save-note.tsx';
import { type SavedText, useSavedText } from './use-saved-text.ts';

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
  const field = useSavedText(name, toLocal(value), (text) => onSave(toISO(text)));
  return (
    <NativeField
      type="datetime-local"
      label={label}
      field={field}
      max="9999-12-31T23:59"
      half="Enter the date and the time."
    />
  );
}

/** A day without a time. */
export function DayField({ name, label, value, onSave }: TimeFieldProps) {
  const field = useSavedText(name, value === null ? '' : dayOf(value), (text) => onSave(noonOf(text)));
  return (
    <NativeField type="date" label={label} field={field} max="9999-12-31" half="Enter the whole date." />
  );
}

interface NativeFieldProps {
  type: 'date' | 'datetime-local';
  label: string;
  field: SavedText;
  max: string;
  /** Said where a part of the date is missing. */
  half: string;
}

function NativeField({ type, label, field, max, half }: NativeFieldProps) {
  const [error, setError] = useState<string | null>(null);
  return (
    <div>
      <TextInput
        type={type}
        label={label}
        value={field.value}
        error={error}
        max={max}
        onChange={(event) => field.change(event.currentTarget.value)}
        onBlur={(event) => {
          // Half a date reads as none: that is not what was meant.
          if (event.currentTarget.validity.badInput) return setError(half);
          setError(null);
          field.commit();
        }}
      />
      <SaveNote field={field} />
    </div>
  );
}
