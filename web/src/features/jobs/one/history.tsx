import { Button, Group, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import type { Application } from '../../../api/schema.d.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { useChange } from '../queries.ts';
import { EventLine } from '../timeline/event-line.tsx';

/** Who changed what and when, the newest first; what happened outside is added by hand. */
export function History({ application: { id, timeline } }: { application: Application }) {
  const note = useDraft(`application-happened-${id}`);
  const add = useChange(id);
  function submit(event?: FormEvent) {
    event?.preventDefault();
    const text = note.text.trim();
    if (text !== '') add.mutate({ note: text }, { onSuccess: () => note.clear() });
  }
  return (
    <Section title="What happened">
      <form onSubmit={submit}>
        <Textarea
          label="Add to it"
          placeholder="A call, a mail, an impression"
          autosize
          minRows={1}
          maxRows={6}
          maxLength={5000}
          value={note.text}
          onChange={(event) => note.setText(event.currentTarget.value)}
        />
        {add.isError && <ErrorNotice error={add.error} onRetry={submit} />}
        <Group mt="xs">
          <Button
            type="submit"
            size="xs"
            variant="default"
            disabled={note.text.trim() === ''}
            loading={add.isPending}
          >
            Add
          </Button>
        </Group>
      </form>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {timeline.map((event, i) => <EventLine key={`${i}-${event.at}`} event={event} />).reverse()}
      </ul>
    </Section>
  );
}
