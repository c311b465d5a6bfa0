import { fields } from './data/index.ts';
import { wordsOf } from './tokens.ts';
import type { Skill, SkillKind } from './types.ts';

/** How strictly a name is taken: see data/index.ts. */
export type Strictness = 'any case' | 'exact case' | 'in context' | 'in clear context';

export interface Name {
  text: string;
  /** Its words as tokenize() gives them. */
  words: string[];
  strictness: Strictness;
  skill: Skill;
}

function unmark(written: string): { text: string; strictness: Strictness } {
  const first = written[0];
  if (first === '=') return { text: written.slice(1).trim(), strictness: 'exact case' };
  if (first !== '~') return { text: written, strictness: 'any case' };
  if (written[1] === '!') return { text: written.slice(2).trim(), strictness: 'in clear context' };
  return { text: written.slice(1).trim(), strictness: 'in context' };
}

const kebab = (name: string) =>
  name
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const list = (text: string | undefined) =>
  text === undefined
    ? []
    : text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');

/** What the files of data/ hold, and the ways to look something up in it. */
interface Taxonomy {
  skills: readonly Skill[];
  names: readonly Name[];
  byId: ReadonlyMap<string, Skill>;
  /** By a name as it is written. */
  exact: ReadonlyMap<string, Skill>;
  /** By a name's words, put together: in any case and with any separators. */
  anyCase: ReadonlyMap<string, Skill>;
}

function parse(): Taxonomy {
  const skills: Skill[] = [];
  const names: Name[] = [];
  const exact = new Map<string, Skill>();
  const anyCase = new Map<string, Skill>();
  for (const [field, lines] of Object.entries(fields)) {
    let kind: SkillKind = 'domain';
    for (const line of lines.split('\n')) {
      if (line.trim() === '') continue;
      if (line.startsWith('[')) {
        kind = line.slice(1, -1) as SkillKind;
        continue;
      }
      const [head, implied] = line.split(' > ');
      const colon = head!.search(/:(?: |$)/);
      const front = colon < 0 ? head! : head!.slice(0, colon);
      const [written, id] = front.split(' @');
      const name = unmark(written!.trim());
      const aliases = list(colon < 0 ? undefined : head!.slice(colon + 1)).map(unmark);
      const skill: Skill = {
        id: id?.trim() ?? kebab(name.text),
        name: name.text,
        aliases: aliases.map((alias) => alias.text),
        kind,
        field,
        implies: list(implied),
      };
      skills.push(skill);
      for (const { text, strictness } of [name, ...aliases]) {
        const words = wordsOf(text);
        names.push({ text, words, strictness, skill });
        if (!exact.has(text)) exact.set(text, skill);
        const key = words.join('');
        if (!anyCase.has(key)) anyCase.set(key, skill);
      }
    }
  }
  return { skills, names, byId: new Map(skills.map((skill) => [skill.id, skill])), exact, anyCase };
}

let read: Taxonomy | undefined;

/** Read when it is first asked for: much of the program never does. */
function taxonomy(): Taxonomy {
  read ??= parse();
  return read;
}

export const allNames = (): readonly Name[] => taxonomy().names;

/** Every skill of the taxonomy, in the order of its files. */
export const allSkills = (): readonly Skill[] => taxonomy().skills;

export function skillById(id: string): Skill | undefined {
  return taxonomy().byId.get(id);
}

const closures = new Map<string, string[]>();

/** Ids of all that a skill implies, near and far, nearest first, itself not among them. */
export function impliedSkills(id: string): string[] {
  const known = closures.get(id);
  if (known) return known;
  const found = new Set<string>();
  let next = skillById(id)?.implies ?? [];
  while (next.length > 0) {
    const fresh = next.filter((one) => one !== id && !found.has(one));
    for (const one of fresh) found.add(one);
    next = fresh.flatMap((one) => skillById(one)?.implies ?? []);
  }
  const ids = [...found];
  closures.set(id, ids);
  return ids;
}

/** Whether who has the one skill has the other too: React implies JavaScript. */
export function impliesSkill(id: string, other: string): boolean {
  return impliedSkills(id).includes(other);
}

/**
 * The skill that a whole entry of a list names («golang», «Node JS»), whatever its case and separators; null where it is
 * none. Unlike findSkills it takes «go» and «r» at their word, as an entry of a list of skills is meant as one.
 */
export function canonicalSkill(name: string): Skill | null {
  const trimmed = name.trim();
  const key = wordsOf(trimmed).join('');
  if (key === '') return null;
  const { exact, anyCase } = taxonomy();
  return (
    exact.get(trimmed) ??
    anyCase.get(key) ??
    (key.endsWith('s') ? anyCase.get(key.slice(0, -1)) : null) ??
    null
  );
}
