import { type Kept, type Standing, sameValue, settle } from '../../career/facts/index.ts';

/** A statement with the message it was read off. */
export interface Said extends Kept {
  messageRow: string | null;
}

/**
 * Settles statements of one kind and key where a message may say that several of them are so: «I live in Berlin and I live
 * in Potsdam», or «Both» to the question which of them is right. From then on saying one of them again takes nothing from
 * the others; what changes, ends or corrects them does.
 */
export function settleTogether(statements: readonly Said[]): Map<string, Standing> {
  const groups = groupsIn(statements);
  if (groups.length === 0) return settle(statements);
  const order = statements.toSorted(
    (a, b) => a.saidAt.getTime() - b.saidAt.getTime() || a.id.localeCompare(b.id),
  );
  const counted: Kept[] = [];
  const repeats = new Map<Said, string>();
  // What is so changes only with what counts.
  let known = { of: 0, open: [] as Kept[] };
  const open = () => {
    if (known.of !== counted.length) known = { of: counted.length, open: openOf(counted) };
    return known.open;
  };
  for (const one of order) {
    const said =
      one.change === 'state'
        ? groups.filter(({ saidAt, values }) => saidAt <= one.saidAt && holds(values, one.value))
        : [];
    const first = said.map((group) => repeatedIn(group, one, open())).find((id) => id !== null);
    if (first) repeats.set(one, first);
    else counted.push(one);
  }
  const standings = settle(counted);
  for (const [one, first] of repeats) {
    const at = one.from ?? one.saidAt;
    standings.set(one.id, { validFrom: at, validTo: at, supersededBy: first, ended: 'repeat' });
  }
  return standings;
}

interface Group {
  saidAt: Date;
  values: string[];
}

const holds = (values: readonly string[], value: string) => values.some((one) => sameValue(one, value));

/** Nobody means more of one kind than this to be so beside each other; a list of them is a list. */
const MOST_TOGETHER = 5;

/** The values that one message states of one kind and key. */
function groupsIn(statements: readonly Said[]): Group[] {
  const stated = statements.filter(
    ({ messageRow, change, value }) => messageRow !== null && change === 'state' && value !== '',
  );
  return [...Map.groupBy(stated, ({ messageRow }) => messageRow).values()]
    .map((said) => ({ saidAt: said[0]!.saidAt, values: [...new Set(said.map(({ value }) => value))] }))
    .filter(({ values }) => values.length <= MOST_TOGETHER)
    .filter(({ values }) => values.some((value) => !sameValue(value, values[0]!)));
}

function openOf(statements: readonly Kept[]): Kept[] {
  const standings = settle(statements);
  return statements.filter(({ id, value }) => value !== '' && standings.get(id)!.validTo === null);
}

/** What a statement only says again, where another of the group is so as well; null where it says something new. */
function repeatedIn({ values }: Group, one: Said, open: readonly Kept[]): string | null {
  const first = open.find(({ value }) => sameValue(value, one.value));
  const other = open.some(({ value }) => holds(values, value) && !sameValue(value, one.value));
  return first && other ? first.id : null;
}
