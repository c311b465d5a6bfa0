import { load } from 'cheerio';
import { tidyText } from './plain.ts';

/** The part of a parsed node that its text depends on. */
interface Node {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: Node[];
}

const dropped = new Set(
  'script style noscript template iframe object embed svg canvas math head title meta link form button input select textarea option video audio nav dialog'.split(
    ' ',
  ),
);
const paragraphs = new Set('p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre section article hr'.split(' '));
const lines = new Set(
  'div li tr dt dd header footer main aside address figure figcaption caption details summary fieldset'.split(
    ' ',
  ),
);

/** The text of HTML as a reader sees it: no scripts, no hidden parts, list items as `- ` and paragraphs apart. */
export function htmlToText(html: string): string {
  let markup = html;
  // Descriptions in JSON are often encoded once more than they should be: `&lt;p&gt;`.
  for (let i = 0; i < 2 && isEncoded(markup); i++) markup = load('')('<textarea>').html(markup).text();
  if (!/<\/?[a-z!][^>]*>/i.test(markup)) {
    const lines = markup.split('\n').map((line) => load(line.replaceAll('<', '&lt;'), null, false).text());
    return tidyText(lines.join('\n'));
  }
  return nodesToText(load(markup, null, false).root().get(0)?.children ?? []);
}

function isEncoded(text: string): boolean {
  return !/<\/?[a-z][^>]*>/i.test(text) && /&(amp;)?lt;\/?[a-z]/i.test(text);
}

/** The text of parsed nodes; a nesting beyond any honest page is cut off. */
export function nodesToText(nodes: readonly unknown[]): string {
  const parts: string[] = [];
  for (const node of nodes as Node[]) write(node, parts, 0, 0);
  return tidyText(
    parts
      .join('')
      .replaceAll(/[ \t]+/g, ' ')
      .replaceAll(/ ?\n ?/g, '\n')
      .replaceAll(breaks, (run) => (run.includes(paragraphBreak) || /\n\s*\n/.test(run) ? '\n\n' : '\n'))
      // An item whose text is in a block of its own.
      .replaceAll(/(\ue000+-)\s+/g, '$1 ')
      .replaceAll(/\ue000+/g, (indent) => '  '.repeat(indent.length - 1)),
  );
}

/** Marks for the ends of blocks, from the area that no text uses; runs of them become one break. */
const lineBreak = '\ue001';
const paragraphBreak = '\ue002';
const breaks = /[ \n]*[\ue001\ue002][ \n\ue001\ue002]*/g;

const maxDepth = 400;

function write(node: Node, parts: string[], lists: number, depth: number): void {
  if (node.type === 'text') {
    parts.push((node.data ?? '').replaceAll(/[\s\ue000-\ue002]+/g, ' '));
    return;
  }
  if (node.type === 'comment' || node.type === 'directive' || depth > maxDepth) return;
  const name = node.name ?? '';
  if (dropped.has(name) || isHidden(node.attribs ?? {})) return;
  if (name === 'br') return void parts.push('\n');
  const isList = name === 'ul' || name === 'ol';
  const around = breakAround(name, lists);
  if (around) parts.push(around);
  if (name === 'li') parts.push(`${'\ue000'.repeat(Math.max(lists, 1))}- `);
  for (const child of node.children ?? []) write(child, parts, lists + (isList ? 1 : 0), depth + 1);
  if (name === 'td' || name === 'th') parts.push(' ');
  if (around) parts.push(around);
}

/** What the markup itself hides from a reader. */
export function isHidden(attributes: Record<string, string>): boolean {
  if ('hidden' in attributes) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])/i.test(
    attributes.style ?? '',
  );
}

/** Inside a list item every block is a line, so that the list stays together. */
function breakAround(name: string, lists: number): string {
  if (lists === 0 && paragraphs.has(name)) return paragraphBreak;
  if (name === 'ul' || name === 'ol') return lists === 0 ? paragraphBreak : '';
  return lines.has(name) || paragraphs.has(name) ? lineBreak : '';
}
