import type { Application } from '../../applications/index.ts';

/** Since when an application is in its stage, as its timeline tells it. */
export function sinceOf({ stage, timeline, applied_at, created_at }: Application): string {
  if (stage === 'applied' && applied_at) return applied_at;
  return timeline.findLast(({ to }) => to === stage)?.at ?? applied_at ?? created_at;
}
