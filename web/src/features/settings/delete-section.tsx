import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { startAnew } from './leave.ts';

const word = 'delete';

/** Everything goes: asked for with a word, since nothing brings it back. */
export function DeleteSection() {
  const [isOpen, { open, close }] = useDisclosure(false);
  const [typed, setTyped] = useState('');
  const erase = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/account')),
    onSuccess: startAnew,
  });
  const isMeant = typed.trim().toLowerCase() === word;
  return (
    <Section
      title="Delete everything"
      description="Messages, CVs, letters, postings, applications, facts, your session: nothing of you stays in any table or index."
    >
      <Group>
        <Button color="red" variant="light" onClick={open}>
          Delete everything
        </Button>
      </Group>
      <Modal opened={isOpen} onClose={close} title="Delete everything?">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isMeant) erase.mutate();
          }}
        >
          <Stack>
            <Text size="sm">
              All that is kept of you here is deleted for good, at once. Export it before, if you may want it.
            </Text>
            <TextInput
              label={`Type «${word}» to go on`}
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
            {erase.isError && <ErrorNotice error={erase.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Keep
              </Button>
              <Button type="submit" color="red" disabled={!isMeant} loading={erase.isPending}>
                Delete everything
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </Section>
  );
}
