import { z } from 'zod';
import { readEmail } from './claims.ts';

/** What we read of Clerk's events; whatever else is in them is left alone, as Clerk adds to them. */
const UserData = z.looseObject({
  id: z.string().min(1).max(255),
  email_addresses: z
    .array(
      z.looseObject({
        id: z.string().nullish(),
        email_address: z.string(),
        verification: z.looseObject({ status: z.string().nullish() }).nullish(),
      }),
    )
    .default([]),
  primary_email_address_id: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  image_url: z.string().nullish(),
  banned: z.boolean().nullish(),
  /** In ms since 1970. */
  updated_at: z.number().int().nonnegative().max(8.64e15).nullish(),
  created_at: z.number().int().nonnegative().max(8.64e15).nullish(),
});

const Event = z.looseObject({ type: z.string(), data: z.looseObject({ id: z.string().nullish() }) });

export interface ClerkUser {
  id: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
  avatarUrl: string | null;
  banned: boolean;
  updatedAt: Date;
}

export type ClerkEvent =
  | { kind: 'changed'; user: ClerkUser }
  | { kind: 'deleted'; id: string }
  | { kind: 'other' };

/** Reads an event whose signature was found good; throws ZodError for one that is not what Clerk documents. */
export function readEvent(value: unknown): ClerkEvent {
  const { type, data } = Event.parse(value);
  if (type === 'user.deleted') return { kind: 'deleted', id: z.string().min(1).max(255).parse(data.id) };
  if (type !== 'user.created' && type !== 'user.updated') return { kind: 'other' };
  const user = UserData.parse(data);
  const primary =
    user.email_addresses.find(({ id }) => id != null && id === user.primary_email_address_id) ??
    user.email_addresses[0];
  const name = [user.first_name, user.last_name].filter(Boolean).join(' ').trim();
  const avatar = user.image_url ?? '';
  return {
    kind: 'changed',
    user: {
      id: user.id,
      email: readEmail(primary?.email_address),
      emailVerified: primary?.verification?.status === 'verified',
      name: name === '' ? null : name.slice(0, 255),
      avatarUrl: avatar !== '' && avatar.length <= 500 ? avatar : null,
      banned: user.banned ?? false,
      updatedAt: new Date(user.updated_at ?? user.created_at ?? 0),
    },
  };
}
