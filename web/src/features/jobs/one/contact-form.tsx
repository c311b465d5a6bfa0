import { Button, Group, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Contact } from './contacts.tsx';

interface ContactFormProps {
  /** Null for a new one. */
  contact: Contact | null;
  /** What was typed so far; null where nothing was. */
  typed: Partial<Contact> | null;
  onType(typed: Partial<Contact>): void;
  isSaving: boolean;
  onSave(contact: Contact): void;
  onCancel(): void;
}

const fields = [
  ['name', 'Name', 200],
  ['role', 'Role', 200],
  ['email', 'Email', 255],
  ['phone', 'Phone', 50],
] as const;

export function ContactForm({ contact, isSaving, onSave, onCancel, onType, ...form }: ContactFormProps) {
  const typed: Contact = { name: '', ...contact, ...form.typed };
  const setTyped = (change: Partial<Contact>) => onType({ ...form.typed, ...change });
  const [isTried, setTried] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (typed.name.trim() === '') return;
    const filled = Object.entries(typed).flatMap(([key, value]) =>
      value.trim() ? [[key, value.trim()]] : [],
    );
    onSave(Object.fromEntries(filled) as Contact);
  }
  return (
    <form onSubmit={submit} noValidate aria-label={contact ? `Edit ${contact.name}` : 'New contact'}>
      <Stack gap="xs">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs">
          {fields.map(([key, label, max]) => (
            <TextInput
              key={key}
              label={label}
              size="xs"
              maxLength={max}
              required={key === 'name'}
              type={key === 'email' ? 'email' : key === 'phone' ? 'tel' : 'text'}
              value={typed[key] ?? ''}
              error={key === 'name' && isTried && typed.name.trim() === '' ? 'Who is it?' : null}
              data-autofocus={key === 'name' || undefined}
              autoFocus={key === 'name'}
              onChange={(event) => setTyped({ [key]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
        <Textarea
          label="Note"
          size="xs"
          autosize
          minRows={1}
          maxRows={5}
          maxLength={2000}
          value={typed.note ?? ''}
          onChange={(event) => setTyped({ note: event.currentTarget.value })}
        />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={isSaving}>
            Save
          </Button>
          <Button size="xs" variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
