import { Button, Group, Text } from '@mantine/core';
import type { Account } from '../../api/schema.d.ts';
import { DateText } from '../../ui/dates.tsx';
import { Section } from '../../ui/section.tsx';
import { leave } from './leave.ts';
import { SignIn, SignOut } from './sign-in.tsx';

/** Who the person is to this server. */
export function AccountSection({ account }: { account: Account }) {
  const isVisitor = account.kind === 'visitor';
  return (
    <Section title="Account">
      {isVisitor ? (
        <Text>
          You are a visitor: this browser alone knows that you are you.
          {account.sign_in && ' Sign in, and what you told the coach comes along to every device.'}
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
      <Group>
        {isVisitor && account.sign_in && <SignIn publishableKey={account.sign_in.clerk_publishable_key} />}
        {isVisitor && (
          <Button variant="default" onClick={leave}>
            End this session
          </Button>
        )}
        {!isVisitor && account.sign_in && <SignOut publishableKey={account.sign_in.clerk_publishable_key} />}
      </Group>
    </Section>
  );
}
