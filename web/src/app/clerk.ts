import { ApiProblem } from '../api/problem.ts';

/** What the app uses of Clerk's browser library, which is loaded from Clerk as it demands. */
export interface Clerk {
  load(): Promise<void>;
  session: { getToken(): Promise<string | null> } | null | undefined;
  openSignIn(): void;
  signOut(): Promise<void>;
  /** Calls back at every change of who is signed in; gives a function that ends that. */
  addListener(listener: () => void): () => void;
}

/** The newest of the version this was written against. */
const LIBRARY = 'npm/@clerk/clerk-js@5/dist/clerk.browser.js';

let loading: Promise<Clerk> | null = null;

/** Clerk, loaded once. Throws an ApiProblem where it cannot be had; the next call tries again. */
export function loadClerk(publishableKey: string): Promise<Clerk> {
  loading ??= load(publishableKey).catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load(publishableKey: string): Promise<Clerk> {
  await addScript(`https://${frontendOf(publishableKey)}/${LIBRARY}`, publishableKey);
  const { Clerk: clerk } = window as unknown as { Clerk?: Clerk };
  if (!clerk) throw unreachable();
  await clerk.load();
  return clerk;
}

/** The host is in the key, in base64 with a dollar sign behind it. */
const frontendOf = (key: string): string => atob(key.split('_')[2] ?? '').replace(/\$$/, '');

function addScript(src: string, publishableKey: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.async = true;
    script.crossOrigin = 'anonymous';
    // It makes itself from this.
    script.dataset.clerkPublishableKey = publishableKey;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(unreachable());
    };
    document.head.append(script);
  });
}

function unreachable(): ApiProblem {
  return new ApiProblem({
    code: 'sign_in_unreachable',
    status: 0,
    title: 'The sign-in could not be reached',
    detail: 'It comes from Clerk, and nothing answered there. Nothing is lost.',
    remedy: 'Check your connection, or whether something blocks it, and try again.',
  });
}
