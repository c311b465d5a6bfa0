import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { signIn, signOut } from '../../app/sign-in.ts';
import { errorText } from '../../ui/error-notice.tsx';
import { startAnew } from './leave.ts';

interface SignProps {
  publishableKey: string;
}

const failed = (title: string) => (error: unknown) =>
  notifications.show({ color: 'red', title, message: errorText(error) });

/** Opens the sign-in of Clerk. */
export function SignIn({ publishableKey }: SignProps) {
  const go = useMutation({
    mutationFn: () => signIn(publishableKey),
    onError: failed('The sign-in did not open'),
  });
  return (
    <Button onClick={() => go.mutate()} loading={go.isPending}>
      Sign in
    </Button>
  );
}

export function SignOut({ publishableKey }: SignProps) {
  const go = useMutation({
    mutationFn: () => signOut(publishableKey),
    onSuccess: startAnew,
    onError: failed('You are still signed in'),
  });
  return (
    <Button variant="default" onClick={() => go.mutate()} loading={go.isPending}>
      Sign out
    </Button>
  );
}
