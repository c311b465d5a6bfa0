import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import classes from './correct.module.css';
import { type Field, fieldsAt } from './fields.ts';
import { type Correction, useCorrection } from './use-correction.tsx';

/** The fields of what is being corrected, in its place. */
export function CorrectForm({ pointer, label }: { pointer: string; label: string }) {
  const correction = useCorrection();
  const fields = fieldsAt(pointer);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  if (!correction || !fields) return null;
  const isEntry = pointer !== '/basics' && !pointer.endsWith('/-');
  const short = fields.filter(({ kind }) => kind === undefined || kind === 'date');
  const long = fields.filter((field) => !short.includes(field));
  return (
    <form
      ref={form}
      aria-label={label}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        correction.save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') correction.cancel();
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          {short.map((field) => (
            <Input key={field.name} field={field} correction={correction} />
          ))}
        </SimpleGrid>
        {long.map((field) => (
          <Input key={field.name} field={field} correction={correction} />
        ))}
        {correction.error ? <ErrorNotice error={correction.error} /> : null}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={correction.isSaving}>
            Save
          </Button>
          <Button size="xs" variant="default" onClick={correction.cancel} disabled={correction.isSaving}>
            Cancel
          </Button>
          {isEntry && (
            <Button
              size="xs"
              variant="subtle"
              color="red"
              ml="auto"
              onClick={correction.remove}
              disabled={correction.isSaving}
            >
              Take it out
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function Input({ field: { name, label, kind }, correction }: { field: Field; correction: Correction }) {
  const shared = {
    size: 'sm',
    label,
    value: correction.texts[name] ?? '',
    error: correction.errorOf(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      correction.change(name, event.currentTarget.value),
  };
  if (kind === 'lines' || kind === 'list') return <Textarea {...shared} autosize minRows={2} maxRows={12} />;
  return <TextInput {...shared} {...(kind === 'date' && { placeholder: 'YYYY-MM' })} />;
}
