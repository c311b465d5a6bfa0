import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadPlaybook, PlaybookError } from './index.ts';
import { readPiece } from './piece.ts';

const whole = `---
id: resume-length
title: How long a resume should be: one page or two
topic: cv
tags: [resume, length]
questions: [How long should my resume be?, Is a two page resume OK?]
source: A guide, with a comma
source: Practitioner consensus
---
One page is enough for most people.

1. **Cut** what is old.
2. **Keep** what is asked for.

Not for academics.
`;

const root = mkdtempSync(join(tmpdir(), 'playbook-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('readPiece', () => {
  it('reads every field and the parts of the text', () => {
    expect(readPiece(whole, 'x.md')).toMatchObject({
      id: 'resume-length',
      title: 'How long a resume should be: one page or two',
      tags: ['resume', 'length'],
      questions: ['How long should my resume be?', 'Is a two page resume OK?'],
      sources: ['A guide, with a comma', 'Practitioner consensus'],
      lead: 'One page is enough for most people.',
      steps: ['**Cut** what is old.', '**Keep** what is asked for.'],
    });
  });

  it.each([
    ['no front matter', 'text', 'x.md:1: starts with no'],
    ['an open front matter', '---\nid: a', 'x.md:1: the front matter has no closing'],
    ['a line that is no field', whole.replace('topic: cv', 'topic cv'), 'x.md:4: not «name: value»'],
    ['an unknown field', whole.replace('topic:', 'subject:'), 'x.md:4: unknown field «subject»'],
    ['an empty field', whole.replace('topic: cv', 'topic:'), 'x.md:4: «topic» is empty'],
    ['a field twice', whole.replace('topic: cv', 'id: b'), 'x.md:4: «id» stands here twice'],
    ['a missing field', whole.replace('topic: cv\n', ''), '«topic» is missing'],
    ['a list without brackets', whole.replace('[resume, length]', 'resume'), 'x.md:5: «tags» is not a list'],
    ['an id that is none', whole.replace('id: resume-length', 'id: Resume'), 'x.md:2: «Resume» is no id'],
    ['no text', whole.slice(0, whole.indexOf('One page')), 'there is no text'],
  ])('names file and line of %s', (_, text, message) => {
    expect(() => readPiece(text, 'x.md')).toThrow(PlaybookError);
    expect(() => readPiece(text, 'x.md')).toThrow(message);
  });
});

describe('loadPlaybook', () => {
  it('reads what ships, once', () => {
    const playbook = loadPlaybook();
    expect(playbook.pieces.length).toBeGreaterThan(100);
    expect(loadPlaybook()).toBe(playbook);
  });

  it('insists that id and topic are the names of file and folder', () => {
    const write = (topic: string, name: string) => {
      const dir = mkdtempSync(join(root, 'case-'));
      mkdirSync(join(dir, topic));
      writeFileSync(join(dir, topic, name), whole);
      return dir;
    };
    expect(() => loadPlaybook(write('cv', 'other.md'))).toThrow('the file');
    expect(() => loadPlaybook(write('offers', 'resume-length.md'))).toThrow('the folder');
    expect(loadPlaybook(write('cv', 'resume-length.md')).byId.has('resume-length')).toBe(true);
  });
});
