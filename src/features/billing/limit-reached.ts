import type { LimitKind, Plan } from '../../config/index.ts';
import { toISO } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Period } from './period.ts';

const words: Record<LimitKind, string> = {
  messages: 'messages to the coach',
  analyses: 'analyses of CVs',
  interviews: 'mock interviews',
  voice_minutes: 'minutes of voice',
};

export interface Reached {
  kind: LimitKind;
  plan: Plan;
  /** In what people count: pieces, minutes. */
  used: number;
  limit: number;
  period: Period;
  /** Whether a plan with more of it is for sale. */
  hasLarger: boolean;
  /** A visitor has to sign in before they can buy one; who has a subscription changes it. */
  buyer: 'visitor' | 'account' | 'subscriber';
}

/** 402, with which limit, how far it is used, when it is counted anew, and what to do. */
export function limitReached(reached: Reached): AppError {
  const { kind, plan, used, limit, period } = reached;
  const resets = toISO(period.end);
  return new AppError('limit_reached', {
    status: 402,
    title: 'The limit of the plan is reached',
    detail: `The plan ${plan.name} has ${limit} ${words[kind]} a month, and ${used} are used. They are counted anew from ${resets}.`,
    remedy: remedyFor(reached, resets),
    members: { limit: { kind, plan: plan.id, used, limit, resets_at: resets } },
  });
}

function remedyFor({ hasLarger, buyer }: Reached, resets: string): string {
  if (!hasLarger) return `Go on after ${resets}.`;
  const first = buyer === 'visitor' ? 'Sign in (what you did so far comes along) and choose' : 'Choose';
  const path = buyer === 'subscriber' ? '/api/billing/portal' : '/api/billing/checkout';
  return `${first} a larger plan: POST ${path} gives its address. Or go on after ${resets}.`;
}
