import { ActionIcon, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Application } from '../../../api/schema.d.ts';
import { errorText } from '../../../ui/error-notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { useChange } from '../queries.ts';
import { useKeptFields } from '../shared/use-kept-text.ts';
import { ContactForm } from './contact-form.tsx';

export type Contact = Application['contacts'][number];

/** The people behind a job. */
export function Contacts({ application: { id, contacts } }: { application: Application }) {
  // `of` is the name of the one being changed; empty for a new one.
  const draft = useKeptFields<Required<Contact> & { of: string }>(`application-contact-${id}`);
  // The place in the list, -1 for a new one; one that was begun is gone on with.
  const [edited, setEdited] = useState(() => placeOf(draft.typed?.of, contacts));
  const end = () => {
    draft.clear();
    setEdited(null);
  };
  const open = (place: number) => {
    draft.clear();
    setEdited(place);
  };
  const change = useChange(id);
  const keep = (list: Contact[], onSuccess?: () => void) =>
    change.mutate(
      { contacts: list },
      {
        onSuccess,
        onError: (error) =>
          notifications.show({ color: 'red', title: 'Not saved', message: errorText(error) }),
      },
    );
  const form = (contact: Contact | null) => (
    <ContactForm
      key={edited}
      contact={contact}
      typed={typedOf(draft.typed)}
      onType={(typed) => draft.setTyped({ ...typed, of: contact?.name ?? '' })}
      isSaving={change.isPending}
      onSave={(made) =>
        keep(contact ? contacts.map((one, i) => (i === edited ? made : one)) : [...contacts, made], end)
      }
      onCancel={end}
    />
  );
  return (
    <Section
      title="Contacts"
      actions={
        edited === null && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => open(-1)}
          >
            Add
          </Button>
        )
      }
    >
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {contacts.map((contact, i) => (
          <li key={`${i}-${contact.name}`}>
            {edited === i ? (
              form(contact)
            ) : (
              <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
                <Person contact={contact} />
                <Group gap={2} wrap="nowrap">
                  <ActionIcon aria-label={`Edit ${contact.name}`} onClick={() => open(i)}>
                    <IconPencil size={16} aria-hidden />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={`Remove ${contact.name}`}
                    loading={change.isPending}
                    onClick={() => keep(contacts.filter((_, at) => at !== i))}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              </Group>
            )}
          </li>
        ))}
      </Stack>
      {edited === -1 && form(null)}
      {contacts.length === 0 && edited === null && (
        <Text size="sm" c="dimmed">
          Nobody yet.
        </Text>
      )}
    </Section>
  );
}

function placeOf(name: string | undefined, contacts: readonly Contact[]): number | null {
  if (name === undefined) return null;
  if (name === '') return -1;
  const place = contacts.findIndex((contact) => contact.name === name);
  return place < 0 ? null : place;
}

function typedOf(draft: (Partial<Contact> & { of?: string }) | null): Partial<Contact> | null {
  if (draft === null) return null;
  const { of: _, ...typed } = draft;
  return typed;
}

function Person({ contact: { name, role, email, phone, note } }: { contact: Contact }) {
  return (
    <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Text size="sm" fw={600}>
        {name}
        {role && (
          <Text span size="sm" c="dimmed" fw={400}>
            , {role}
          </Text>
        )}
      </Text>
      <Group gap="xs">
        {email && (
          <Anchor size="sm" href={`mailto:${encodeURIComponent(email).replaceAll('%40', '@')}`}>
            {email}
          </Anchor>
        )}
        {phone && (
          <Anchor size="sm" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
            {phone}
          </Anchor>
        )}
      </Group>
      {note && (
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
          {note}
        </Text>
      )}
    </div>
  );
}
