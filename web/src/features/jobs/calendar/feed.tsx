import { Button, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem, api, unwrap } from '../../../api/client.ts';
import { ask } from '../../../ui/ask.ts';
import { ErrorNotice, errorText } from '../../../ui/error-notice.tsx';
import { Section } from '../../../ui/section.tsx';

/** The calendar as an address that calendar programs subscribe to. It is shown when it is made, and only then. */
export function Feed() {
  const make = useMutation({ mutationFn: () => unwrap(api.POST('/api/applications/calendar')) });
  const end = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/applications/calendar')),
    onSuccess() {
      make.reset();
      notifications.show({ message: 'The address is ended. Whoever subscribed to it gets nothing more.' });
    },
    onError: (error) =>
      error instanceof ApiProblem && error.status === 404
        ? notifications.show({ message: 'There is no address to end.' })
        : notifications.show({ color: 'red', title: 'Not ended', message: errorText(error) }),
  });
  const url = make.data?.url;
  return (
    <Section
      title="In your own calendar"
      description="A secret address to subscribe to, in any calendar program. Whoever has it reads your interviews and reminders."
    >
      {make.isError && <ErrorNotice error={make.error} onRetry={() => make.mutate()} />}
      {url && (
        <Group gap="xs" align="flex-end">
          <TextInput
            label="Address of the calendar"
            description="Copy it now: it is not shown again."
            value={url}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
            style={{ flex: '1 1 16rem' }}
          />
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            )}
          </CopyButton>
        </Group>
      )}
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          loading={make.isPending}
          onClick={() => renew(() => make.mutate())}
        >
          {url ? 'Renew the address' : 'Make an address'}
        </Button>
        <Button variant="subtle" color="gray" size="xs" loading={end.isPending} onClick={() => end.mutate()}>
          End the address
        </Button>
        <Text size="xs" c="dimmed">
          A new address ends the one before.
        </Text>
      </Group>
    </Section>
  );
}

function renew(onConfirm: () => void): void {
  void ask({
    title: 'Make a new address?',
    children: (
      <Text size="sm">
        If you made one before, it stops working: calendars that subscribed to it need the new one.
      </Text>
    ),
    labels: { confirm: 'Make it', cancel: 'Cancel' },
    onConfirm,
  });
}
