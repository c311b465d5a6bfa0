import type { AskedFact } from './ask.ts';
import { sameValue } from './settle/same-value.ts';
import { FACT_KINDS, type FactKind } from './types.ts';

/** A fact as it can be told: what, from when until when, and who said it in which words. */
export interface ToldFact {
  id: string;
  kind: FactKind;
  key: string;
  value: string;
  /** The words that say it. */
  text: string;
  /** ISO 8601, as all times here. */
  said_at: string;
  /** Where it is known from when it was so; null where it is only known to have been so when it was said. */
  since: string | null;
  valid_to: string | null;
  superseded_by: string | null;
  ended: 'change' | 'correction' | 'repeat' | 'end' | null;
  /** The person stated it in their profile, and not in a message. */
  corrected_by_user: boolean;
  contradicts: string[];
}

const NAMES: Record<FactKind, string> = {
  name: 'Your name',
  role: 'What you do',
  employer: 'Where you work',
  location: 'Where you live',
  target_role: 'The role you want',
  salary_current: 'What you earn',
  salary_target: 'What you want to earn',
  experience: 'Experience',
  skill: 'Skills',
  language: 'Languages',
  education: 'Education',
  constraint: 'Conditions',
  goal: 'Goals',
  preference: 'What you prefer',
  person: 'People',
};

export const kindName = (kind: FactKind) => NAMES[kind];

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const day = (iso: string) => DAY.format(new Date(iso));
/** Values are the person's own words: no sign of theirs becomes markup. */
const plain = (text: string) => text.replace(/[\\`*_<>[\]|~]/g, '\\$&');
const shown = ({ kind, value }: Pick<ToldFact, 'kind' | 'value'>) =>
  plain(
    kind.startsWith('salary')
      ? value.replace(/^\d+/, (digits) => Number(digits).toLocaleString('en'))
      : value,
  );
const quote = (text: string) => `> ${text.replace(/\s+/g, ' ').trim()}`;

/** One fact with its dates, and the words it was told in. */
export function tellFact(fact: ToldFact): string {
  return `${headOf(fact)}\n\n${quote(fact.text)}`;
}

function headOf(fact: ToldFact): string {
  const span = spanOf(fact);
  const how = fact.corrected_by_user ? 'You put it in your profile' : 'You said';
  return `${kindName(fact.kind)}: **${shown(fact)}**${span}. ${how} on ${day(fact.said_at)}:`;
}

function spanOf({ since, valid_to }: ToldFact): string {
  if (since && valid_to) return `, from ${day(since)} until ${day(valid_to)}`;
  if (valid_to) return `, until ${day(valid_to)}`;
  return since ? `, since ${day(since)}` : '';
}

const isCurrent = (fact: ToldFact) => fact.valid_to === null && fact.superseded_by === null;
/** What was so once: neither what was only said again, nor what was taken back. */
const wasSo = (fact: ToldFact) =>
  fact.valid_to !== null && (fact.ended === 'change' || fact.ended === 'end') && fact.value !== '';

const MOST_TOLD = 8;

/** An answer to a question that facts answer, with the facts it used; null where no fact does. */
export function answerFromFacts(
  asked: AskedFact,
  facts: readonly ToldFact[],
): { text: string; used: ToldFact[] } | null {
  const ofKind = facts.filter(
    ({ kind, key }) =>
      asked.kinds.includes(kind) &&
      (asked.key === undefined || key === asked.key || key.startsWith(`${asked.key}-`)),
  );
  if (asked.about === 'when') return answerWhen(asked, ofKind);
  const now = ofKind.filter(isCurrent).sort(byKind);
  const past = ofKind.filter(wasSo).sort((a, b) => b.valid_to!.localeCompare(a.valid_to!));
  if (asked.about === 'before') {
    const current = now.slice(0, 2);
    if (past.length === 0) return null;
    const told = past.slice(0, MOST_TOLD);
    const after = current.length
      ? `\n\n${current.map((fact) => `Now: **${shown(fact)}**${spanOf(fact)}.`).join(' ')}`
      : '';
    return { text: told.map(tellFact).join('\n\n') + after, used: [...told, ...current] };
  }
  if (now.length === 0) {
    const last = past[0];
    if (!last || asked.kinds.length > 1) return null;
    const text = `I do not know how it is now. The last that I know is over:\n\n${tellFact(last)}`;
    return { text, used: [last] };
  }
  const told = now.slice(0, MOST_TOLD);
  const more = now.length > told.length ? `\n\nAnd ${now.length - told.length} more.` : '';
  const asks = askWhich(told);
  const lead = asked.named ? yesOrNo(asked.named, told) : '';
  return { text: `${lead}${told.map(tellFact).join('\n\n')}${more}${asks ? `\n\n${asks}` : ''}`, used: told };
}

function yesOrNo(named: string, now: ToldFact[]): string {
  return now.some(({ value }) => sameValue(value, named))
    ? 'Yes, as far as you told me. '
    : 'Not as far as you told me. ';
}

function answerWhen(
  { named = '' }: AskedFact,
  facts: readonly ToldFact[],
): { text: string; used: ToldFact[] } | null {
  const found = facts.filter(
    (fact) => fact.value !== '' && sameValue(fact.value, named) && (isCurrent(fact) || wasSo(fact)),
  );
  if (found.length === 0) return null;
  found.sort((a, b) => a.said_at.localeCompare(b.said_at));
  const unknown = found.some(({ since }) => since === null)
    ? '\n\nFrom when exactly you did not tell me.'
    : '';
  return { text: `${found.map(tellFact).join('\n\n')}${unknown}`, used: found };
}

const byKind = (a: ToldFact, b: ToldFact) =>
  FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind) || b.said_at.localeCompare(a.said_at);

/** One short question about two statements that differ; null where none of the facts contradicts another of them. */
export function askWhich(facts: readonly ToldFact[]): string | null {
  const first = facts.find((fact) => facts.some(({ id }) => fact.contradicts.includes(id)));
  if (!first) return null;
  const pair = [first, ...facts.filter(({ id }) => first.contradicts.includes(id))].sort((a, b) =>
    a.said_at.localeCompare(b.said_at),
  );
  const parts = pair.slice(0, 3).map((fact) => `**${shown(fact)}** (${day(fact.said_at)})`);
  return `You told me things that differ: ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}. Which is right now?`;
}

/** What is to stand beside an old quote that is no longer so; null where it is, or was only said again. */
export function thenNote(fact: ToldFact, successor: ToldFact | undefined): string | null {
  if (fact.valid_to === null || fact.ended === 'repeat') return null;
  const next =
    successor && successor.value !== '' && !sameValue(successor.value, fact.value) ? successor : undefined;
  if (fact.ended === 'correction')
    return next
      ? `(You corrected this on ${day(next.said_at)}: **${shown(next)}**.)`
      : '(You corrected this later.)';
  if (next)
    return `(That was then. Since ${day(next.since ?? next.said_at)}: **${shown(next)}**, as you said on ${day(next.said_at)}.)`;
  return `(That was then: it ended on ${day(fact.valid_to)}, as far as you told me.)`;
}
