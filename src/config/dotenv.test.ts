import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartupError } from '../kernel/errors.ts';
import { loadEnvironment, parseDotenv } from './dotenv.ts';

describe('lines, as python-dotenv reads them', () => {
  test.each<[string, Record<string, string>]>([
    ['A=1\nB=two words\n', { A: '1', B: 'two words' }],
    ['A=1\r\nB=2\r\n', { A: '1', B: '2' }],
    ['export A=1\n  export\tB = 2 ', { A: '1', B: '2' }],
    ['# A=1\n\n   # B=2\nC=3', { C: '3' }],
    ['A=1 # why\nB=a#b\nC="x # y" # why', { A: '1', B: 'a#b', C: 'x # y' }],
    ['A=\nB=  # nothing\nC=""', { A: '', B: '', C: '' }],
    ["A='it\\'s'\nB=\"say \\\"hi\\\"\\n\"\nC='\\n'", { A: "it's", B: 'say "hi"\n', C: '\\n' }],
    ['A="one\ntwo"\nB=2', { A: 'one\ntwo', B: '2' }],
    ['A="unterminated\nB=2', { A: '"unterminated', B: '2' }],
    ['no assignment\nA\nB=2', { B: '2' }],
    ['A=1\nA=2', { A: '2' }],
    [`H=db\nU=pg://\${H}/\${NAME}\${NONE:-x}\${NONE}$H`, { H: 'db', U: 'pg://db/from envx$H' }],
    ['U=postgresql://u:p#w@h/d?a=b&c=d', { U: 'postgresql://u:p#w@h/d?a=b&c=d' }],
    ['', {}],
  ])('%j', (text, values) => expect(parseDotenv(text, { NAME: 'from env' })).toEqual(values));
});

describe('the file', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'interviewly-dotenv-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));
  const write = (content: string | Buffer) => writeFileSync(path.join(cwd, '.env'), content);

  test('none is fine', () => expect(loadEnvironment({ cwd, env: { A: '1' } })).toEqual({ A: '1' }));

  test('the real environment wins, even where it is empty', () => {
    write('A=file\nB=file\nC=file\n');
    expect(loadEnvironment({ cwd, env: { A: 'real', B: '' } })).toEqual({ A: 'real', B: '', C: 'file' });
  });

  test('a byte order mark, and the UTF-16 of PowerShell', () => {
    write('\uFEFFA=ä\r\nB=2\r\n');
    expect(loadEnvironment({ cwd, env: {} })).toEqual({ A: 'ä', B: '2' });
    write(Buffer.from('\uFEFFA=ä\r\nB=2\r\n', 'utf16le'));
    expect(loadEnvironment({ cwd, env: {} })).toEqual({ A: 'ä', B: '2' });
  });

  test('one that cannot be read stops the start', () => {
    mkdirSync(path.join(cwd, '.env'));
    expect(() => loadEnvironment({ cwd, env: {} })).toThrow(StartupError);
    expect(() => loadEnvironment({ cwd, env: {} })).toThrow(/\.env cannot be read \(EISDIR\)/);
  });
});
