import { ActionIcon, Anchor, Badge, Group, Paper, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { Message } from '../../../api/schema.d.ts';
import { confirmDelete } from '../../../ui/confirm-delete.tsx';
import { DateText } from '../../../ui/dates.tsx';
import { errorText } from '../../../ui/error-notice.tsx';
import { plainText } from '../../../ui/plain-text.ts';
import { isTalk, kindLabel } from '../kinds.ts';
import { Marked } from './marked.tsx';
import { memoryKey } from './queries.ts';
import { Why } from './why.tsx';
import { excerpt } from './words.ts';

interface FoundProps {
  message: Message & { confidence?: number; explain?: Record<string, number> };
  /** What is marked in the text. */
  starts: readonly string[];
}

/** One remembered message: what was said, when, why it is here, and the way to it. */
export function Found({ message, starts }: FoundProps) {
  const [isWhole, setWhole] = useState(false);
  // What the person wrote stands as they wrote it, as in the conversation.
  const text = message.role === 'user' ? message.text : plainText(message.text);
  const short = excerpt(text, starts);
  const { conversation_id: conversation, message_id: id, context_type: kind } = message;
  return (
    <Paper withBorder p="sm" component="article">
      <Group justify="space-between" wrap="nowrap" gap="xs" mb={4}>
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {message.role === 'user' ? 'You' : 'Coach'}
          </Text>
          <Text size="sm" c="dimmed">
            <DateText value={message.created_at} withTime />
          </Text>
          <Badge variant="default" size="sm" tt="none" fw={500}>
            {kindLabel(kind)}
          </Badge>
        </Group>
        <Forget id={message.id} />
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} dir="auto">
        <Marked text={isWhole ? text : short} starts={starts} />
      </Text>
      <Group gap="md" mt={6}>
        {short !== text && (
          <Anchor component="button" type="button" size="xs" onClick={() => setWhole(!isWhole)}>
            {isWhole ? 'Show less' : 'Show all of it'}
          </Anchor>
        )}
        {conversation && isTalk(kind) && (
          <Anchor
            size="xs"
            renderRoot={(props) => <Link to="/" search={{ conversation, message: id }} {...props} />}
          >
            Go to the moment
          </Anchor>
        )}
        {message.explain && <Why confidence={message.confidence} explain={message.explain} />}
      </Group>
    </Paper>
  );
}

function Forget({ id }: { id: string }) {
  const client = useQueryClient();
  const forget = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/memory/messages/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      notifications.show({ message: 'Forgotten. The coach will not come back to it.' });
      return client.invalidateQueries({ queryKey: memoryKey });
    },
    onError: (error) =>
      notifications.show({ color: 'red', title: 'It was not forgotten', message: errorText(error) }),
  });
  return (
    <ActionIcon
      aria-label="Forget this"
      loading={forget.isPending}
      onClick={() =>
        confirmDelete({
          title: 'Forget this message?',
          children: 'It is deleted for good, from the memory and from every index.',
          confirm: 'Forget',
          onConfirm: () => forget.mutate(),
        })
      }
    >
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}
