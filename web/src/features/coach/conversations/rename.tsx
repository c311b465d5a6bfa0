import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, api, unwrap } from '../../../api/client.ts';
import { errorText } from '../../../ui/error-notice.tsx';
import { conversationsKey } from '../queries.ts';
import type { Conversation } from '../types.ts';

const longest = 200;

/** A conversation's name being changed: Enter keeps it, Escape leaves it; empty, its first words count again. */
export function RenameField({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const { id, title } = conversation;
  const [text, setText] = useState(title);
  const queries = useQueryClient();
  const rename = useMutation({
    mutationFn: (name: string) =>
      unwrap(
        api.PATCH('/api/conversations/{id}', {
          params: { path: { id } },
          body: { title: name === '' ? null : name },
        }),
      ),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: conversationsKey });
      onDone();
    },
  });
  const save = () => {
    const name = text.trim();
    if (name === title) onDone();
    else if (!rename.isPending) rename.mutate(name);
  };
  return (
    <TextInput
      aria-label={`New name for «${title}»`}
      size="sm"
      autoFocus
      styles={{ input: { unicodeBidi: 'plaintext' } }}
      value={text}
      maxLength={longest}
      disabled={rename.isPending}
      error={rename.isError && shortError(rename.error)}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => !rename.isError && save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') onDone();
      }}
    />
  );
}

function shortError(error: unknown): string {
  return error instanceof ApiProblem && error.fields[0] ? error.fields[0].message : errorText(error);
}
