import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import { AppError, invalidInput, notFound } from '../../../kernel/errors.ts';
import { boundedList, nothing, timestamp } from '../../../routing/schemas.ts';
import { type HttpApp, type RouteDeps, scopes, userOf } from '../../../routing/types.ts';
import type { Store } from '../../../store/index.ts';
import { identitiesOf } from '../identities.ts';
import { createKey, listKeys, revokeKey } from './keys.ts';

export interface KeyDeps extends RouteDeps {
  store: Pick<Store, 'read' | 'transaction'>;
  clock: Clock;
}

const Scope = z.enum(scopes);

const KeyFields = {
  id: z.string(),
  name: z.string(),
  scopes: z.array(Scope),
  created_at: timestamp,
  expires_at: timestamp.nullable().describe('Null: never.'),
  last_used_at: timestamp.nullable().describe('Exact to five minutes.'),
};

const ApiKey = z
  .object(KeyFields)
  .meta({ id: 'ApiKey', description: 'A key of a program that acts for the caller.' });
const ApiKeyMade = z
  .object({ ...KeyFields, key: z.string().describe('Shown this once: only its hash is kept.') })
  .meta({ id: 'ApiKeyMade' });

const NewKey = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'must be printable characters')
    .describe('What the key is for.'),
  scopes: boundedList(Scope, { min: 1, max: scopes.length }).describe(
    '`read`: what only looks. `write`: what changes things. `chat`: the coach and interviews. `admin`: the operator’s routes, for admins alone.',
  ),
  expires_in_days: z
    .int()
    .min(1)
    .max(3_650)
    .optional()
    .describe('Without it the key works until it is revoked.'),
});

export function registerKeys(app: HttpApp, { store, clock, requireUser }: KeyDeps): void {
  const namesOf = async (owner: string) => (await store.read((db) => identitiesOf(db, owner))).all;

  app.get(
    '/api/account/keys',
    {
      onRequest: requireUser,
      schema: {
        tags: ['account'],
        summary: 'List the API keys',
        response: { 200: z.object({ keys: z.array(ApiKey) }) },
      },
    },
    async (request) => ({ keys: await listKeys({ store }, await namesOf(userOf(request))) }),
  );

  app.post(
    '/api/account/keys',
    {
      onRequest: requireUser,
      schema: {
        tags: ['account'],
        summary: 'Make an API key',
        description: 'For a program that acts for the caller: `Authorization: Bearer ivk_…`.',
        body: NewKey,
        response: { 201: ApiKeyMade },
      },
    },
    async (request, reply) => {
      const { name, scopes: wanted, expires_in_days } = request.body;
      if (new Set(wanted).size < wanted.length)
        throw invalidInput([{ field: 'scopes', message: 'must not hold a scope twice' }]);
      if (wanted.includes('admin') && !request.caller?.isAdmin) {
        throw new AppError('admin_required', {
          status: 403,
          title: 'This is for the people who run this installation',
          detail: 'Only they make keys with the scope admin.',
        });
      }
      const owner = userOf(request);
      const key = { name, scopes: wanted, expiresInDays: expires_in_days };
      return reply.code(201).send(await createKey({ store, clock }, owner, await namesOf(owner), key));
    },
  );

  app.delete(
    '/api/account/keys/:id',
    {
      onRequest: requireUser,
      schema: {
        tags: ['account'],
        summary: 'Revoke an API key',
        params: z.strictObject({ id: z.string() }),
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const names = await namesOf(userOf(request));
      if (!(await revokeKey({ store, clock }, names, request.params.id))) throw notFound('Key');
      return reply.code(204).send();
    },
  );
}
