import { Anchor, Group, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../api/client.ts';
import type { Account } from '../../api/schema.d.ts';
import { accountQuery } from '../../app/account.ts';
import { errorText } from '../../ui/error-notice.tsx';
import { ExportMemory } from '../../ui/export-memory.tsx';
import { Section } from '../../ui/section.tsx';

/** What others may learn from one's path, and the way to all of one's data. */
export function PrivacySection({ account }: { account: Account }) {
  const client = useQueryClient();
  const share = useMutation({
    mutationFn: (share_profile: boolean) =>
      unwrap(api.PATCH('/api/account', { body: { settings: { share_profile } } })),
    onSuccess: (changed) => client.setQueryData(accountQuery.queryKey, changed),
    onError: (error) =>
      notifications.show({ color: 'red', title: 'The setting was not kept', message: errorText(error) }),
  });
  const isShared = share.isPending ? share.variables : account.settings.share_profile;
  return (
    <Section title="Privacy">
      <Switch
        label="Compare my path with those of similar people"
        description="Off unless you want it. On, you see what worked for people like you, and they see what worked for you: only as figures over several people, never a name, an employer or anything you said. Switched off, your part in it is removed at once."
        checked={isShared}
        disabled={share.isPending}
        onChange={({ currentTarget }) => share.mutate(currentTarget.checked)}
      />
      <Text size="sm" c="dimmed">
        What is remembered, and each single message to forget, is on the page{' '}
        <Anchor underline="always" renderRoot={(props) => <Link to="/memory" {...props} />}>
          Memory
        </Anchor>
        .
      </Text>
      <Group>
        <ExportMemory>Export everything</ExportMemory>
      </Group>
    </Section>
  );
}
