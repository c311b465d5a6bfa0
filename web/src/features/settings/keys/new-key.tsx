import {
  Button,
  Checkbox,
  Code,
  CopyButton,
  Group,
  Modal,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { ApiKey } from '../../../api/schema.d.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';

type Scope = ApiKey['scopes'][number];

const scopes: { value: Scope; label: string; description: string }[] = [
  { value: 'read', label: 'Read', description: 'Look things up and search the memory' },
  { value: 'write', label: 'Write', description: 'Remember, change and delete' },
  { value: 'chat', label: 'Talk', description: 'Talk to the coach in your name' },
  { value: 'admin', label: 'Operate', description: 'See the insights over everybody' },
];
const ends = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: '', label: 'When I revoke it' },
];

interface NewKeyProps {
  isOpen: boolean;
  onClose(): void;
  isAdmin: boolean;
}

/** Makes a key, and shows it this once. */
export function NewKey({ isOpen, onClose, isAdmin }: NewKeyProps) {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Scope[]>(['read']);
  const [days, setDays] = useState<string>('90');
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/account/keys', {
          body: { name: name.trim(), scopes: chosen, ...(days && { expires_in_days: Number(days) }) },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['account', 'keys'] }),
  });
  function close() {
    onClose();
    setName('');
    make.reset();
  }
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={make.data ? 'Your new key' : 'Make a key'}
      // A click beside it must not lose a key that is shown once.
      closeOnClickOutside={!make.data}
    >
      {make.data ? (
        <Stack>
          <Text size="sm">Copy it now: it is not kept, and cannot be shown again.</Text>
          <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            {make.data.key}
          </Code>
          <Group justify="flex-end">
            <CopyButton value={make.data.key}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? 'Copied' : 'Copy'}
                </Button>
              )}
            </CopyButton>
            <Button onClick={close}>Done</Button>
          </Group>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            make.mutate();
          }}
        >
          <Stack>
            <TextInput
              label="What is it for?"
              placeholder="My notes program"
              value={name}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
              required
              maxLength={100}
              data-autofocus
            />
            <Checkbox.Group
              label="What may it do?"
              value={chosen}
              onChange={(values) => setChosen(values as Scope[])}
            >
              <Stack gap="xs" mt="xs">
                {scopes
                  .filter(({ value }) => isAdmin || value !== 'admin')
                  .map((scope) => (
                    <Checkbox key={scope.value} {...scope} />
                  ))}
              </Stack>
            </Checkbox.Group>
            <Select
              label="When does it end?"
              data={ends}
              value={days}
              onChange={(value) => setDays(value ?? '')}
              allowDeselect={false}
            />
            {make.isError && <ErrorNotice error={make.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button
                type="submit"
                disabled={name.trim() === '' || chosen.length === 0}
                loading={make.isPending}
              >
                Make it
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
