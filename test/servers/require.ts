export interface Availability {
  available: boolean;
  reason?: string;
}

/**
 * Whether the tests of a real server may run. A developer without that server sees one line and goes on; CI sets
 * INTERVIEWLY_REQUIRE_SERVERS=1, where a missing server must be a failure: a suite that skips what it cannot run
 * proves nothing.
 */
export function requireOrSkip(name: string, available: boolean | Availability): boolean {
  const state: Availability = typeof available === 'boolean' ? { available } : available;
  if (state.available) return true;
  const why = state.reason ? ` (${state.reason})` : '';
  if (process.env.INTERVIEWLY_REQUIRE_SERVERS === '1') {
    throw new Error(`${name} is required but not available${why}: run .ci/install-services`);
  }
  process.stderr.write(`SKIPPED: the tests that need ${name}, which is not available${why}\n`);
  return false;
}
