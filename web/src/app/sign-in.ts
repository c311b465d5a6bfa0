import { notifications } from '@mantine/notifications';
import { ApiProblem, api, unwrap } from '../api/client.ts';
import { rememberSession } from '../api/session.ts';
import { setTokenSource } from '../api/token.ts';
import { errorText } from '../ui/error-notice.tsx';
import { loadClerk } from './clerk.ts';
import { queryClient } from './query-client.ts';

const KEY = 'interviewly.signed-in';

/** Before the first call: whoever was signed in when the page was left is so again. */
export function restoreSignIn(): void {
  const publishableKey = remembered();
  if (publishableKey) carryToken(publishableKey);
}

/** Opens Clerk's sign-in; once somebody is signed in, what the visitor said becomes theirs. */
export async function signIn(publishableKey: string): Promise<void> {
  const clerk = await loadClerk(publishableKey);
  if (clerk.session) return begin(publishableKey);
  const stop = clerk.addListener(() => {
    if (!clerk.session) return;
    stop();
    void begin(publishableKey);
  });
  clerk.openSignIn();
}

export async function signOut(publishableKey: string): Promise<void> {
  const clerk = await loadClerk(publishableKey);
  await clerk.signOut();
  remember(null);
  setTokenSource(null);
}

async function begin(publishableKey: string): Promise<void> {
  remember(publishableKey);
  carryToken(publishableKey);
  await claim();
  rememberSession(false);
  await queryClient.resetQueries();
}

/** What was said before signing in comes along; a failure leaves it with the visitor, to be tried at the next sign-in. */
async function claim(): Promise<void> {
  try {
    const { moved } = await unwrap(api.POST('/api/account/claim', { body: {} }));
    const message = moved.messages > 0 ? 'What you told the coach before is yours here, too.' : undefined;
    notifications.show({ title: 'You are signed in', message });
  } catch (error) {
    // No visitor was here: nothing to take along.
    if (error instanceof ApiProblem && error.code === 'invalid_input') return;
    notifications.show({
      color: 'red',
      autoClose: false,
      title: 'What you said before did not come along',
      message: errorText(error),
    });
  }
}

function carryToken(publishableKey: string): void {
  setTokenSource(async () => {
    const clerk = await loadClerk(publishableKey);
    const token = await clerk.session?.getToken();
    if (token) return token;
    // Signed out elsewhere.
    remember(null);
    setTokenSource(null);
    return null;
  });
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(publishableKey: string | null): void {
  try {
    if (publishableKey) localStorage.setItem(KEY, publishableKey);
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is closed: after a reload the person signs in again.
  }
}
