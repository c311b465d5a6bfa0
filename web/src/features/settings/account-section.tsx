import { Button, Group, Text } from '@mantine/core';
import type { Account } from '../../api/schema.d.ts';
import { DateText } from '../../ui/dates.tsx';
import { leave } from './leave.ts';
import { Section } from './section.tsx';

/** Who the person is to this server. */
export function AccountSection({ account }: { account: Account }) {
  const isVisitor = account.kind === 'visitor';
  return (
    <Section title="Account">
      {isVisitor ? (
        <Text>
          You are a visitor: this browser alone knows that you are you.
          {account.session_expires_at && (
            <>
              {' '}
              Your session lasts until <DateText value={account.session_expires_at} />.
            </>
          )}
        </Text>
      ) : (
        <Text>
          Signed in{account.name && ` as ${account.name}`}
          {account.email && ` (${account.email})`}.
        </Text>
      )}
      {account.is_admin && <Text>You run this server, so you see its insights.</Text>}
      {isVisitor && (
        <Group>
          <Button variant="default" onClick={leave}>
            End this session
          </Button>
        </Group>
      )}
    </Section>
  );
}
