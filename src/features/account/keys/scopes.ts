import { AppError } from '../../../kernel/errors.ts';
import type { Scope } from '../../../routing/types.ts';

/**
 * Which scope a call needs; null: no key may make it, whatever its scopes, because what a person decides about their
 * account (who gets in, what is paid, what is deleted) is theirs alone.
 *
 * - `admin`: everything below /api/admin.
 * - `chat`: talking to the coach, and interviews: what spends tokens of a language model on a conversation.
 * - `read`: every GET, and the two POSTs that only look (memory's search and context).
 * - `write`: every other call.
 */
export function scopeFor(method: string, path: string): Scope | null {
  const isRead = method === 'GET' || method === 'HEAD';
  if (within(path, '/api/admin')) return 'admin';
  if (within(path, '/api/account')) return isRead && path === '/api/account' ? 'read' : null;
  if (within(path, '/api/session') || within(path, '/api/sessions')) return null;
  if (within(path, '/api/billing')) return isRead && path === '/api/billing' ? 'read' : null;
  // The address that it makes opens the applications to whoever has it: a key that may only write must not come to read so.
  if (path === '/api/applications/calendar') return null;
  if (isRead || looks.has(path)) return 'read';
  if (talks.some((prefix) => within(path, prefix))) return 'chat';
  return 'write';
}

const looks = new Set(['/api/memory/search', '/api/memory/context']);
const talks = ['/api/chat', '/api/interviews'];

const within = (path: string, prefix: string): boolean => path === prefix || path.startsWith(`${prefix}/`);

/** Throws 403 where a key with these scopes may not make the call. `path` is the route's pattern. */
export function assertScope(scopes: readonly Scope[], method: string, path: string): void {
  const needed = scopeFor(method, path);
  if (needed !== null && scopes.includes(needed)) return;
  throw new AppError('scope_missing', {
    status: 403,
    title: 'The key may not do this',
    detail:
      needed === null
        ? 'No API key may do this: it is for the person alone.'
        : `This needs a key with the scope ${needed}.`,
    remedy:
      needed === null
        ? 'Do it signed in, with a session.'
        : `Make a key with the scope ${needed} by POST /api/account/keys.`,
  });
}
