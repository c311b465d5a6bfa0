import { estimateTokens } from '../../ai/index.ts';
import {
  answerFromFacts,
  askedFact,
  askWhich,
  FACT_KINDS,
  type FactKind,
  kindName,
  tellFact,
  thenNote,
} from '../../career/facts/index.ts';
import type { Memory } from '../../memory/types.ts';
import type { Fact, Facts } from '../facts/index.ts';
import type { Material } from './sources.ts';

/** What the coach needs of the profile. */
export type CoachFacts = Pick<Facts, 'learn' | 'about' | 'note'>;

const LONGEST_QUOTE = 160;
/** Of these, what was so before is told as well: people ask about it, and old messages speak of it. */
const WITH_PAST: ReadonlySet<FactKind> = new Set(['location', 'employer', 'role', 'salary_current']);
const MOST_SHOWN = 60;

const isCurrent = (fact: Fact) => fact.valid_to === null && fact.superseded_by === null;
const dayOf = (iso: string) => iso.slice(0, 10);
const oneLine = (text: string, most: number) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)} …` : line;
};

/**
 * What is known of the person as lines for a prompt, within a budget of tokens (estimated): pinned first, then what the
 * message is about, then what a profile begins with. Texts of theirs are quoted, and short.
 */
export function factsForPrompt(
  facts: readonly Fact[],
  message: string,
  budget: number,
): { text: string; used: Fact[] } {
  const asked = new Set(message.toLowerCase().match(/[\p{L}\d+#]{3,}/gu) ?? []);
  const touches = ({ value, kind }: Fact) =>
    `${value} ${kind.replaceAll('_', ' ')}`
      .toLowerCase()
      .split(/[^\p{L}\d+#]+/u)
      .some((word) => word.length > 2 && asked.has(word));
  const weight = (fact: Fact) =>
    (fact.pinned ? 400 : 0) + (touches(fact) ? 200 : 0) + (FACT_KINDS.length - FACT_KINDS.indexOf(fact.kind));
  const current = facts
    .filter(isCurrent)
    .sort((a, b) => weight(b) - weight(a) || b.said_at.localeCompare(a.said_at));
  const past = facts.filter(
    (fact) =>
      WITH_PAST.has(fact.kind) && (fact.ended === 'change' || fact.ended === 'end') && fact.change !== 'end',
  );
  const lines: string[] = [];
  const used: Fact[] = [];
  let left = budget;
  for (const fact of [...current.slice(0, MOST_SHOWN), ...past.slice(0, 6)]) {
    const line = lineOf(fact, facts);
    const cost = estimateTokens(`${line}\n`);
    if (cost > left) break;
    left -= cost;
    lines.push(line);
    used.push(fact);
  }
  return { text: lines.join('\n'), used };
}

function lineOf(fact: Fact, facts: readonly Fact[]): string {
  const dates = [
    fact.valid_to
      ? `until ${dayOf(fact.valid_to)}, no longer so`
      : fact.since
        ? `since ${dayOf(fact.since)}`
        : '',
    `${fact.corrected_by_user ? 'put into the profile' : 'said'} on ${dayOf(fact.said_at)}: "${oneLine(fact.text, LONGEST_QUOTE)}"`,
  ].filter(Boolean);
  const rivals = facts
    .filter(({ id }) => fact.contradicts.includes(id))
    .map(({ value }) => `"${oneLine(value, 60)}"`);
  const differs = rivals.length ? `; DIFFERS from ${rivals.join(', ')}, which they said as well` : '';
  return `- ${fact.kind.replaceAll('_', ' ')}: "${oneLine(fact.value, 120)}" (${dates.join('; ')}${differs})`;
}

/** The answer to a question that the profile answers, without a model; null for all others. */
export async function answerFromProfile(
  { facts, memory }: { facts: CoachFacts; memory: Pick<Memory, 'get'> },
  { user, message }: { user: string; message: string },
  material: Material,
): Promise<string | null> {
  const asked = askedFact(message);
  if (!asked) return null;
  const found = answerFromFacts(asked, await facts.about(user, { kinds: asked.kinds }));
  if (!found) return null;
  await addFacts(memory, user, found.used as Fact[], material);
  return found.text;
}

/** The profile before what «What do you know about me?» is answered with; empty where nothing is known. */
export async function profileOf(facts: CoachFacts, user: string, material: Material): Promise<string> {
  const current = (await facts.about(user, {})).filter(isCurrent);
  if (current.length === 0) return '';
  current.sort(
    (a, b) =>
      Number(b.pinned) - Number(a.pinned) ||
      FACT_KINDS.indexOf(a.kind) - FACT_KINDS.indexOf(b.kind) ||
      b.said_at.localeCompare(a.said_at),
  );
  const shown = current.slice(0, MOST_SHOWN);
  material.addFacts(shown);
  const kinds = Map.groupBy(shown, ({ kind }) => kind);
  const lines = [...kinds].map(
    ([kind, ofKind]) => `- ${kindName(kind)}: ${ofKind.map((fact) => told(fact)).join('; ')}`,
  );
  const asks = askWhich(shown);
  return `What I know of you now:\n\n${lines.join('\n')}${asks ? `\n\n${asks}` : ''}`;
}

const told = (fact: Fact) => {
  // The head of a fact as it is told elsewhere, without its quote: the value, escaped, and its dates.
  const [, value = ''] = /: (\*\*.*\*\*.*?)\. You /s.exec(tellFact(fact)) ?? [];
  return `${value} (${dayOf(fact.said_at)})`;
};

/** Marks quotes of what is no longer so, right below them, with what took its place. */
export async function withThen(
  facts: CoachFacts,
  { user, text, memories }: { user: string; text: string; memories: readonly string[] },
  material: Material,
): Promise<string> {
  if (memories.length === 0) return text;
  const all = await facts.about(user, { messageRows: memories });
  const byId = new Map(all.map((fact) => [fact.id, fact]));
  const old = all.filter(
    (fact) => fact.message_row !== null && memories.includes(fact.message_row) && fact.change !== 'past',
  );
  const lines = text.split('\n');
  const noted = lines.flatMap((line) => {
    if (!line.startsWith('> ')) return [line];
    const quoted = line.slice(2).replace(/\s+/g, ' ').trim();
    const notes = new Map<string, string>();
    for (const fact of old) {
      const said = fact.text.replace(/\s+/g, ' ').trim();
      if (!quoted.includes(said) && !(quoted.length > 12 && said.includes(quoted))) continue;
      const next = fact.superseded_by === null ? undefined : byId.get(fact.superseded_by);
      const note = thenNote(fact, next);
      if (!note) continue;
      notes.set(note, note);
      material.addFacts([fact, ...(next ? [next] : [])]);
    }
    return [line, ...[...notes.values()].flatMap((note) => ['', note])];
  });
  return noted.join('\n');
}

/** One question where what was just said contradicts what was said before. */
export async function asksWhich(
  facts: CoachFacts,
  user: string,
  learned: readonly Fact[],
  material: Material,
): Promise<string> {
  if (!learned.some((fact) => fact.contradicts.length > 0)) return '';
  const all = await facts.about(user, { kinds: [...new Set(learned.map(({ kind }) => kind))] });
  const involved = all.filter((fact) =>
    learned.some((one) => one.id === fact.id || one.contradicts.includes(fact.id)),
  );
  const asks = askWhich(involved);
  if (asks) material.addFacts(involved);
  return asks ?? '';
}

/** Facts with the messages that they quote. */
async function addFacts(
  memory: Pick<Memory, 'get'>,
  user: string,
  used: readonly Fact[],
  material: Material,
): Promise<void> {
  material.addFacts(used);
  for (const { message_row } of used) {
    const message = message_row && (await memory.get(user, message_row));
    if (message) material.addMemories([message]);
  }
}
