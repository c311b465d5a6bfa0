/** One written piece of the career playbook. */
export interface Piece {
  id: string;
  title: string;
  topic: string;
  tags: string[];
  /** What people ask when this piece is what they need. */
  questions: string[];
  /** What it rests on, each as the piece names it. */
  sources: string[];
  /** Markdown. */
  body: string;
  /** The first paragraph: the answer in a sentence or two. */
  lead: string;
  /** The numbered steps, without their numbers. */
  steps: string[];
}

/** A piece that cannot be read: `where` is file and line, so that whoever wrote it finds the place. */
export class PlaybookError extends Error {
  override name = 'PlaybookError';
  constructor(where: string, what: string) {
    super(`${where}: ${what}`);
  }
}

const FIELDS = ['id', 'title', 'topic', 'tags', 'questions', 'source'];
const LISTS = new Set(['tags', 'questions']);

interface Field {
  text: string;
  line: number;
}

/**
 * Reads one piece: front matter between two lines of `---`, then Markdown. Strict on purpose: a field that is quietly
 * ignored is a piece that is quietly never found.
 */
export function readPiece(text: string, file: string): Piece {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const fail = (line: number, what: string): never => {
    throw new PlaybookError(`${file}:${line}`, what);
  };
  if (lines[0]?.trim() !== '---') fail(1, 'starts with no «---» line');
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  if (end < 0) fail(1, 'the front matter has no closing «---» line');

  const fields = new Map<string, Field[]>();
  for (let index = 1; index < end; index++) {
    const line = lines[index]!;
    if (!line.trim() || line.trimStart().startsWith('#')) continue;
    const [, name = '', value = ''] =
      /^([a-z]+):\s*(.*?)\s*$/.exec(line) ?? fail(index + 1, 'not «name: value»');
    if (!FIELDS.includes(name))
      fail(index + 1, `unknown field «${name}»; the fields are ${FIELDS.join(', ')}`);
    if (!value) fail(index + 1, `«${name}» is empty`);
    const before = fields.get(name) ?? [];
    if (before.length && name !== 'source') fail(index + 1, `«${name}» stands here twice`);
    fields.set(name, [...before, { text: value, line: index + 1 }]);
  }
  const field = (name: string): Field =>
    fields.get(name)?.[0] ?? fail(end + 1, `«${name}» is missing from the front matter`);
  for (const name of FIELDS) field(name);
  for (const [name, [first]] of fields) {
    if (LISTS.has(name) && !/^\[.*\]$/.test(first!.text)) fail(first!.line, `«${name}» is not a list in [ ]`);
  }

  const id = field('id');
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id.text))
    fail(id.line, `«${id.text}» is no id: small letters, digits, -`);
  const body = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  if (!body) fail(end + 2, 'there is no text after the front matter');
  return {
    id: id.text,
    title: field('title').text,
    topic: field('topic').text,
    tags: listOf(field('tags').text),
    questions: listOf(field('questions').text),
    sources: fields.get('source')!.map((source) => source.text),
    body,
    lead: leadOf(body),
    steps: stepsOf(body),
  };
}

/** The items of `[a, b, c]`; no item contains a comma (playbook/README.md). */
function listOf(text: string): string[] {
  return text
    .slice(1, -1)
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

function leadOf(body: string): string {
  const paragraphs = body.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim());
  return paragraphs.find((paragraph) => !/^([#>|-]|\d+\.)/.test(paragraph)) ?? paragraphs[0]!;
}

function stepsOf(body: string): string[] {
  return [...body.matchAll(/^\d+\.\s+(.+(?:\n {2,}.+)*)/gm)].map((step) =>
    step[1]!.replace(/\s*\n\s*/g, ' '),
  );
}
