import type { AccountsConfig } from '../../config/config.ts';
import type { Person } from './clerk/sign-in.ts';

/**
 * Whether somebody who signed in runs this installation: by their Clerk id, or by an e-mail address that was verified.
 * Anybody can register an address that is not theirs, so one that was not verified says nothing.
 */
export function isAdminPerson(
  { admins }: Pick<AccountsConfig, 'admins'>,
  clerkId: string,
  { email, emailVerified }: Person,
): boolean {
  if (admins.includes(clerkId)) return true;
  const address = emailVerified ? email?.toLowerCase() : undefined;
  return address !== undefined && admins.some((admin) => admin.toLowerCase() === address);
}
