import { Anchor, Text } from '@mantine/core';
import { ApiProblem } from '../../../api/client.ts';
import { errorText } from '../../../ui/error-notice.tsx';
import type { SavedText } from './use-saved-text.ts';

/** A refused field is the one above; its name in the API tells nothing. */
function reasonOf(error: unknown): string {
  const [field] = error instanceof ApiProblem ? error.fields : [];
  return field ? `it ${field.message}.` : `${errorText(error)}.`;
}

/** Says whether a field is kept. */
export function SaveNote({ field: { state, commit } }: { field: SavedText }) {
  return (
    <Text
      size="xs"
      c={state.is === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}
      role="status"
      mih="1.2em"
    >
      {state.is === 'saving' && 'Saving…'}
      {state.is === 'saved' && 'Saved'}
      {state.is === 'changed' && 'Saved when you leave the field'}
      {state.is === 'failed' && (
        <>
          Not saved: {reasonOf(state.error)}{' '}
          <Anchor component="button" type="button" size="xs" onClick={commit}>
            Try again
          </Anchor>
        </>
      )}
    </Text>
  );
}
