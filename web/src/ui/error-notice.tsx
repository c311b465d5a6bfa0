import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem } from '../api/problem.ts';

export interface ErrorNoticeProps {
  error: unknown;
  /** Left out where another attempt cannot help. */
  onRetry?: () => void;
  isRetrying?: boolean;
}

/** What went wrong, what to do, and another attempt. */
export function ErrorNotice({ error, onRetry, isRetrying }: ErrorNoticeProps) {
  const { title, detail, remedy, fields } = wordsOf(error);
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        {detail && <Text size="sm">{detail}</Text>}
        {fields.length > 1 && (
          <List size="sm">
            {fields.map(({ field, message }) => (
              <List.Item key={`${field} ${message}`}>
                {field}: {message}
              </List.Item>
            ))}
          </List>
        )}
        {remedy && <Text size="sm">{remedy}</Text>}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry} loading={isRetrying}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

interface Words {
  title: string;
  detail?: string;
  remedy?: string;
  fields: { field: string; message: string }[];
}

function wordsOf(error: unknown): Words {
  if (!(error instanceof ApiProblem)) {
    return {
      title: 'Something went wrong here',
      detail: 'A part of this page broke. What is stored is not touched.',
      remedy: 'Try again; if it happens once more, reload the page.',
      fields: [],
    };
  }
  const { title, remedy, fields } = error;
  return { title, detail: fields.length > 1 ? undefined : error.detail, remedy, fields };
}

/** One line for a notification. */
export function errorText(error: unknown): string {
  const { title, detail } = wordsOf(error);
  return detail ? `${title}: ${detail}` : title;
}
