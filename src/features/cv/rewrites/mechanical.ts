import type { Resume } from '../../../career/resume/index.ts';
import type { Proposal } from './change.ts';
import { rewritableFields } from './fields.ts';

/*
 * What can be put right without understanding it: white space, marks left over from the file, and full stops that only
 * some bullets of a list have. Words are never touched.
 */

const repairs: [RegExp, string, string][] = [
  [/[^\S\n]{2,}/g, ' ', 'More than one space in a row.'],
  [/[^\S\n]+(?=\n)|^\s+|\s+$/g, '', 'Space at the end of a line.'],
  [/^[•▪◦‣●○*]\s+/g, '', 'A bullet inside the text shows twice.'],
  [/(?<=\p{L}) +(?=[,;](?:\s|$))/gu, '', 'A space before a comma.'],
];

/** Changes that are right whatever the text says; each with why. */
export function mechanicalChanges(resume: Resume): Proposal[] {
  const stops = new Map(unevenStops(resume).map((proposal) => [proposal.pointer, proposal]));
  return rewritableFields(resume).flatMap(({ pointer, text }) => {
    const reasons: string[] = [];
    let after = text;
    for (const [pattern, replacement, why] of repairs) {
      const repaired = after.replace(pattern, replacement);
      if (repaired !== after) reasons.push(why);
      after = repaired;
    }
    const stop = stops.get(pointer);
    if (stop) {
      reasons.push(stop.why);
      after = stop.after === 'with' ? `${after}.` : after.replace(/\.$/, '');
    }
    return reasons.length > 0 ? [{ pointer, after, why: reasons.join(' ') }] : [];
  });
}

/** The bullets of an entry that end unlike most of it; only single sentences, and only where most is most. */
function unevenStops(resume: Resume): Proposal[] {
  const lists = Map.groupBy(
    rewritableFields(resume).filter(({ pointer }) => pointer.includes('/highlights/')),
    ({ entry }) => entry,
  );
  return [...lists.values()].flatMap((bullets) => {
    const single = bullets.map(({ pointer, text }) => ({ pointer, text: text.trim() }));
    if (single.some(({ text }) => /[.!?:;…]\s+\S|[!?:;…]$|\betc\.$|\.\.$|\p{L}\.\p{L}+\.$/iu.test(text)))
      return [];
    const withStop = single.filter(({ text }) => text.endsWith('.'));
    const without = single.filter(({ text }) => !text.endsWith('.'));
    if (withStop.length === without.length) return [];
    const few = withStop.length < without.length ? withStop : without;
    const after = few === withStop ? 'without' : 'with';
    const why = `The other bullets of this entry end ${after} a full stop.`;
    return few.map(({ pointer }) => ({ pointer, after, why }));
  });
}
