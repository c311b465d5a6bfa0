import { ActionIcon, Button, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import type { ApiKey } from '../../../api/schema.d.ts';
import { confirmDelete } from '../../../ui/confirm-delete.tsx';
import { DateText, RelativeDate } from '../../../ui/dates.tsx';
import { ErrorNotice, errorText } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Section } from '../../../ui/section.tsx';
import { NewKey } from './new-key.tsx';

export const keysQuery = queryOptions({
  queryKey: ['account', 'keys'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/account/keys', { signal })),
});

/** Keys for programs that act for the person. */
export function KeysSection({ isAdmin }: { isAdmin: boolean }) {
  const [isMaking, { open, close }] = useDisclosure(false);
  const keys = useQuery(keysQuery);
  return (
    <Section
      title="API keys"
      description="For your own programs and agents: each may do no more than you let it, and can be taken back."
    >
      {keys.isPending && <Loading />}
      {keys.isError && <ErrorNotice error={keys.error} onRetry={() => keys.refetch()} />}
      {keys.data && keys.data.keys.length > 0 && <Keys keys={keys.data.keys} />}
      <Group>
        <Button variant="default" onClick={open}>
          Make a key
        </Button>
      </Group>
      <NewKey isOpen={isMaking} onClose={close} isAdmin={isAdmin} />
    </Section>
  );
}

function Keys({ keys }: { keys: readonly ApiKey[] }) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/account/keys/{id}', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
    onError: (error) =>
      notifications.show({ color: 'red', title: 'The key still works', message: errorText(error) }),
  });
  return (
    <Table.ScrollContainer minWidth={420} type="native" tabIndex={0}>
      <Table aria-label="API keys">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Name</Table.Th>
            <Table.Th>May</Table.Th>
            <Table.Th>Last used</Table.Th>
            <Table.Th>Ends</Table.Th>
            <Table.Th aria-label="Revoke" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map(({ id, name, scopes, last_used_at: used, expires_at: ends }) => (
            <Table.Tr key={id}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{scopes.join(', ')}</Table.Td>
              <Table.Td>{used ? <RelativeDate value={used} /> : <Text size="sm">Never</Text>}</Table.Td>
              <Table.Td>{ends ? <DateText value={ends} /> : <Text size="sm">When revoked</Text>}</Table.Td>
              <Table.Td>
                <ActionIcon
                  aria-label={`Revoke ${name}`}
                  onClick={() =>
                    confirmDelete({
                      title: `Revoke «${name}»?`,
                      children: 'Programs that use it are refused from now on.',
                      confirm: 'Revoke',
                      onConfirm: () => revoke.mutate(id),
                    })
                  }
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
