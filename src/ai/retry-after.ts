const LONGEST_MS = 3_600_000;

/**
 * The pause a provider asks for, in ms, from `retry-after-ms` or `retry-after` (seconds, or an HTTP date);
 * undefined where there is none or it makes no sense. At most an hour: longer is more likely a mistake than a
 * wish.
 */
export function retryAfterMs(
  headers: Record<string, string> | undefined,
  now = Date.now(),
): number | undefined {
  const inMs = Number.parseFloat(headers?.['retry-after-ms'] ?? '');
  const value = headers?.['retry-after'] ?? '';
  const inSeconds = /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  const pause = Number.isNaN(inMs) ? inSeconds : inMs;
  return Number.isNaN(pause) || pause < 0 ? undefined : Math.min(pause, LONGEST_MS);
}
