import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../../api/client.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useDraft } from '../../../ui/use-draft.ts';
import { type Added, useAdd } from '../queries.ts';
import { Hint } from '../shared/hint.tsx';
import { type Stage, stageOptions } from '../shared/stages.ts';

const mostCharacters = 100_000;

interface AddPostingProps {
  way: 'text' | 'url';
  onAdded(added: Added): void;
  /** To the other way, where the page cannot be fetched. */
  onPaste(): void;
}

/** A posting by its text or its address; what is typed is kept over a reload. */
export function AddPosting({ way, onAdded, onPaste }: AddPostingProps) {
  const typed = useDraft(`job-${way}`);
  const [stage, setStage] = useState<Stage>('saved');
  const [missing, setMissing] = useState<string | null>(null);
  const add = useAdd();

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const value = typed.text.trim();
    if (value === '') {
      setMissing(way === 'url' ? 'Enter the address of the posting.' : 'Paste the text of the posting.');
      return;
    }
    const posting = way === 'url' ? { url: withScheme(value) } : { text: typed.text };
    add.mutate(
      { posting, stage },
      {
        onSuccess(added) {
          typed.clear();
          onAdded(added);
        },
      },
    );
  }
  const change = (value: string) => {
    typed.setText(value);
    setMissing(null);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {add.isError && <Refused error={add.error} way={way} onRetry={submit} onPaste={onPaste} />}
        {way === 'text' ? (
          <Textarea
            label="Text of the posting"
            description="As copied from the page or the mail; title, company, salary and requirements are read from it."
            autosize
            minRows={8}
            maxRows={16}
            maxLength={mostCharacters}
            value={typed.text}
            onChange={(event) => change(event.currentTarget.value)}
            error={missing}
            data-autofocus
          />
        ) : (
          <TextInput
            label="Address of the posting"
            description="A public page. It is fetched once."
            type="url"
            inputMode="url"
            placeholder="https://"
            maxLength={2048}
            value={typed.text}
            onChange={(event) => change(event.currentTarget.value)}
            error={missing}
            data-autofocus
          />
        )}
        <Group align="flex-end" justify="space-between">
          <Select
            label="Stage"
            data={stageOptions}
            value={stage}
            allowDeselect={false}
            onChange={(value) => value && setStage(value as Stage)}
            w={160}
          />
          <Button type="submit" loading={add.isPending}>
            Add to the board
          </Button>
        </Group>
        <Text size="sm" c="dimmed" role="status" ta="end">
          {add.isPending && (way === 'url' ? 'Fetching and reading the page…' : 'Reading…')}
        </Text>
      </Stack>
    </form>
  );
}

const withScheme = (text: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);

/** «must lead to a public address» completes a sentence about the address; what a site answered is one. */
function reasonOf({ code, fields, detail }: ApiProblem): string | undefined {
  const message = fields[0]?.message;
  return code === 'url_not_allowed' && message ? `The address ${message}.` : (message ?? detail);
}

interface RefusedProps {
  error: unknown;
  way: 'text' | 'url';
  onRetry(): void;
  onPaste(): void;
}

/** What the site answered, and the way around it. The server's remedy speaks to programs. */
function Refused({ error, way, onRetry, onPaste }: RefusedProps) {
  const isOfPage =
    error instanceof ApiProblem &&
    (error.code === 'posting_unreachable' ||
      error.code === 'url_not_allowed' ||
      error.code === 'posting_unreadable');
  if (!isOfPage) return <ErrorNotice error={error} onRetry={onRetry} />;
  return (
    <Hint tone="look" isAnswer title={error.title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{reasonOf(error)}</Text>
        {way === 'url' ? (
          <>
            <Text size="sm">
              Open the page in your browser, copy the text of the posting, and paste it here.
            </Text>
            <Group gap="xs">
              <Button size="xs" onClick={onPaste}>
                Paste the text instead
              </Button>
              {error.code === 'posting_unreachable' && (
                <Button size="xs" variant="default" onClick={onRetry}>
                  Try again
                </Button>
              )}
            </Group>
          </>
        ) : (
          <Text size="sm">Copy the whole posting, with its title and what it asks for.</Text>
        )}
      </Stack>
    </Hint>
  );
}
