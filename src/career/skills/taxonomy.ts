import { fields } from './data/index.ts';
import { tokenize } from './tokens.ts';
import type { Skill, SkillKind } from './types.ts';

/** How strictly a name is taken: see data/index.ts. */
export type Strictness = 'any case' | 'exact case' | 'in context' | 'in clear context';

export interface Name {
  text: string;
  strictness: Strictness;
  skill: Skill;
}

const marks: [string, Strictness][] = [
  ['~!', 'in clear context'],
  ['~', 'in context'],
  ['=', 'exact case'],
];

function unmark(written: string): { text: string; strictness: Strictness } {
  for (const [mark, strictness] of marks) {
    if (written.startsWith(mark)) return { text: written.slice(mark.length).trim(), strictness };
  }
  return { text: written.trim(), strictness: 'any case' };
}

const kebab = (name: string) =>
  name
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const list = (text: string | undefined) =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function parse(): { skills: Skill[]; names: Name[] } {
  const skills: Skill[] = [];
  const names: Name[] = [];
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
      const name = unmark(written!);
      const aliases = list(colon < 0 ? '' : head!.slice(colon + 1)).map(unmark);
      const skill: Skill = {
        id: id?.trim() ?? kebab(name.text),
        name: name.text,
        aliases: aliases.map((alias) => alias.text),
        kind,
        field,
        implies: list(implied),
      };
      skills.push(skill);
      for (const one of [name, ...aliases]) names.push({ ...one, skill });
    }
  }
  return { skills, names };
}

const { skills, names } = parse();
const byId = new Map(skills.map((skill) => [skill.id, skill]));
export const allNames: readonly Name[] = names;

/** Every skill of the taxonomy, in the order of its files. */
export const allSkills: readonly Skill[] = skills;

export function skillById(id: string): Skill | undefined {
  return byId.get(id);
}

const closures = new Map<string, string[]>();

/** Ids of all that a skill implies, near and far, nearest first, itself not among them. */
export function impliedSkills(id: string): string[] {
  const known = closures.get(id);
  if (known) return known;
  const found = new Set<string>();
  let next = byId.get(id)?.implies ?? [];
  while (next.length > 0) {
    const fresh = next.filter((one) => one !== id && !found.has(one));
    for (const one of fresh) found.add(one);
    next = fresh.flatMap((one) => byId.get(one)?.implies ?? []);
  }
  const ids = [...found];
  closures.set(id, ids);
  return ids;
}

/** Whether who has the one skill has the other too: React implies JavaScript. */
export function impliesSkill(id: string, other: string): boolean {
  return impliedSkills(id).includes(other);
}

const keyOf = (text: string) =>
  tokenize(text)
    .map((token) => token.text)
    .join('');
const exact = new Map<string, Skill>();
const anyCase = new Map<string, Skill>();
for (const { text, skill } of names) {
  if (!exact.has(text)) exact.set(text, skill);
  const key = keyOf(text);
  if (!anyCase.has(key)) anyCase.set(key, skill);
}

/**
 * The skill that a whole entry of a list names («golang», «Node JS»), whatever its case and separators; null where it is
 * none. Unlike findSkills it takes «go» and «r» at their word, as an entry of a list of skills is meant as one.
 */
export function canonicalSkill(name: string): Skill | null {
  const trimmed = name.trim();
  const key = keyOf(trimmed);
  if (key === '') return null;
  return (
    exact.get(trimmed) ??
    anyCase.get(key) ??
    (key.endsWith('s') ? anyCase.get(key.slice(0, -1)) : null) ??
    null
  );
}
