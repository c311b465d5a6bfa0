import { describe, expect, it } from 'vitest';
import { allSkills, canonicalSkill, findSkills, impliesSkill, skillById } from './index.ts';
import { tokenize, wordsOf } from './tokens.ts';

describe('the taxonomy', () => {
  it('has more than a thousand skills, each id once and in kebab-case', () => {
    const ids = allSkills().map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1500);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[\p{Ll}\p{N}]+(-[\p{Ll}\p{N}]+)*$/u.test(id))).toEqual([]);
  });

  it('takes a name apart as a text is taken apart', () => {
    for (const { name, aliases } of allSkills()) {
      for (const one of [name, ...aliases])
        expect(wordsOf(one)).toEqual(tokenize(one).map(({ text }) => text));
    }
  });

  it('implies only what it holds', () => {
    for (const { id, implies } of allSkills()) {
      expect(
        implies.filter((other) => !skillById(other)),
        id,
      ).toEqual([]);
    }
  });

  it('gives no name to two skills', () => {
    const owners = new Map<string, string>();
    const twice: string[] = [];
    for (const { id, name, aliases } of allSkills()) {
      for (const one of [name, ...aliases]) {
        if ((owners.get(one) ?? id) !== id) twice.push(one);
        owners.set(one, id);
      }
    }
    expect(twice).toEqual([]);
  });

  it('finds every skill again by its own name, where the name stands in a list', () => {
    const lost = allSkills().filter(
      ({ id, name }) => !findSkills(`Skills: Python, ${name}, Java`).some(({ skill }) => skill.id === id),
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it('follows what is implied', () => {
    expect(impliesSkill('next-js', 'javascript')).toBe(true);
    expect(impliesSkill('kubernetes', 'containers')).toBe(true);
    expect(impliesSkill('postgresql', 'databases')).toBe(true);
    expect(impliesSkill('javascript', 'react')).toBe(false);
  });

  it('takes an entry of a list at its word', () => {
    const ids = ['go', 'R', 'c', 'Node JS', 'golang', 'REST APIs', 'k8s', 'nothing of the kind'];
    expect(ids.map((name) => canonicalSkill(name)?.id)).toEqual([
      'go',
      'r',
      'c',
      'nodejs',
      'go',
      'rest-api',
      'kubernetes',
      undefined,
    ]);
  });
});
