const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:([Zz])|([+-])(\d{2}):?(\d{2})?)?)?$/;

const earliest = Date.UTC(1970, 0, 1);
const latest = Date.UTC(2101, 0, 1);

/**
 * An instant from ISO 8601, with a zone or without one, which then is UTC (`Date.parse` would take the server's).
 * Null for anything else, for days that do not exist and for years outside 1970 to 2100.
 */
export function parseInstant(text: string): Date | null {
  const match = iso.exec(text);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const millisecond = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'));
  const offset = (match[9] === '-' ? -1 : 1) * (Number(match[10] ?? 0) * 60 + Number(match[11] ?? 0));
  if (hour > 23 || minute > 59 || second > 59 || Number(match[10] ?? 0) > 23 || Number(match[11] ?? 0) > 59)
    return null;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second, millisecond));
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return null;
  const time = local.getTime() - offset * 60_000;
  return time >= earliest && time < latest ? new Date(time) : null;
}
