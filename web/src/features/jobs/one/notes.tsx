import { Textarea } from '@mantine/core';
import type { Application } from '../../../api/schema.d.ts';
import { Section } from '../../../ui/section.tsx';
import { useChange } from '../queries.ts';
import { SaveNote } from './save-note.tsx';
import { useSavedText } from './use-saved-text.ts';

export function Notes({ application: { id, notes } }: { application: Application }) {
  const change = useChange(id);
  const field = useSavedText(`application-notes-${id}`, notes ?? '', (text) =>
    change.mutateAsync({ notes: text.trim() === '' ? null : text }),
  );
  return (
    <Section title="Notes">
      <div>
        <Textarea
          aria-label="Notes"
          placeholder="What you want to remember of it"
          autosize
          minRows={3}
          maxRows={16}
          maxLength={20_000}
          value={field.value}
          onChange={(event) => field.change(event.currentTarget.value)}
          onBlur={field.commit}
        />
        <SaveNote field={field} />
      </div>
    </Section>
  );
}
