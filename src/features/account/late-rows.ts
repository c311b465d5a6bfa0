import type { FastifyRequest } from 'fastify';
import type { Logger } from '../../kernel/logger.ts';
import { describeError } from '../../routing/logging.ts';
import { instant } from '../../store/index.ts';
import { type ClaimParts, claimOf, claimVisitor } from './claim.ts';

/**
 * What a request or a background job of a visitor was still writing while they signed in. Messages go to the account by
 * themselves (memory asks in the transaction that stores them); other rows are taken along here, after the request that
 * wrote them, and for jobs once more from time to time.
 */
export interface LateRowParts extends Omit<ClaimParts, 'sessions'> {
  logger: Pick<Logger, 'warn'>;
}

/** After a visitor's request: where they signed in meanwhile, what it wrote is handed over. */
export async function followRequest(parts: LateRowParts, request: FastifyRequest): Promise<void> {
  const { caller, method } = request;
  if (caller?.credential !== 'session' || method === 'GET' || method === 'HEAD') return;
  try {
    const account = await parts.store.read((db) => claimOf(db, caller.userId));
    if (account !== null) await claimVisitor(parts, account, caller.userId);
  } catch (error) {
    // Found by the next sweep; until then it is shown to the account all the same, as one of its names.
    parts.logger.warn({ err: describeError(error) }, 'account: rows of a claimed visitor were not moved yet');
  }
}

/** How long after a claim a background job may still write for the visitor, in ms. */
const sweptMs = 2 * 86_400_000;

/** Hands over what was written for visitors who signed in lately; returns how many visitors were looked at. */
export async function sweepClaims(parts: Omit<LateRowParts, 'logger'>): Promise<number> {
  const since = instant(new Date(parts.clock.now().getTime() - sweptMs));
  const claims = await parts.store.read((db) =>
    db
      .selectFrom('interviewly.claims')
      .select(['visitor_id', 'owner_id'])
      .where('claimed_at', '>=', since)
      .execute(),
  );
  for (const { visitor_id, owner_id } of claims) await claimVisitor(parts, owner_id, visitor_id);
  return claims.length;
}
