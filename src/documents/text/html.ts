import { load } from 'cheerio';
import { type Draft, plainLine } from '../assemble.ts';
import type { HiddenText } from '../types.ts';
import { cleanText } from './characters.ts';
import { hiddenByStyle } from './styles.ts';

type Node = ReturnType<ReturnType<typeof load>['root']>[number]['children'][number];

const dropped = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'svg',
  'iframe',
  'object',
  'select',
]);
const blocks = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const headings: Record<string, number> = { h1: 24, h2: 18, h3: 14, h4: 12, h5: 11, h6: 11 };
const bodySize = 11;

interface Look {
  bold: boolean;
  size: number;
  pre: boolean;
}

/** The lines of a page as a browser would break them; nothing in it is run, and nothing is fetched. */
export function readHtml(source: string) {
  return new HtmlReader().read(source);
}

class HtmlReader {
  readonly #drafts: Draft[] = [];
  readonly #hidden: HiddenText[] = [];
  #tables = 0;
  #images = 0;
  #line = '';
  #links: NonNullable<Draft['links']> = [];
  #size = bodySize;
  #allBold = true;

  read(source: string) {
    const $ = load(source);
    for (const node of $.root()[0]!.children) this.#visit(node, { bold: false, size: bodySize, pre: false });
    this.#flush();
    return { drafts: this.#drafts, hidden: this.#hidden, tables: this.#tables, images: this.#images };
  }

  #visit(node: Node, look: Look) {
    if (node.type === 'text') return this.#text(node.data, look);
    if (node.type === 'comment') return this.#hide(node.data, 'hidden');
    if (!('children' in node)) return;
    if (!('name' in node)) {
      for (const child of node.children) this.#visit(child, look);
      return;
    }
    const { name, attribs } = node;
    if (dropped.has(name)) return;
    const how = hiddenByStyle(attribs);
    if (how) return this.#hide(textOf(node), how);
    if (name === 'br') return this.#flush();
    if (name === 'img') this.#images++;
    if (name === 'table') this.#tables++;
    if ((name === 'td' || name === 'th') && this.#line.trim() !== '') this.#line += '\t';
    const isBlock = blocks.has(name);
    if (isBlock) this.#flush();
    if (name === 'li') this.#line = '• ';
    const before = this.#line.length;
    const inner: Look = {
      bold: look.bold || name in headings || ['b', 'strong', 'th', 'dt'].includes(name),
      size: headings[name] ?? look.size,
      pre: look.pre || name === 'pre',
    };
    for (const child of node.children) this.#visit(child, inner);
    if (name === 'a' && attribs.href && /^(https?:|mailto:|tel:)/i.test(attribs.href))
      this.#links.push({ url: attribs.href, words: this.#line.slice(before) });
    if (isBlock) this.#flush();
    if (name === 'p' || name in headings) this.#drafts.push({ ...plainLine, text: '' });
  }

  #text(data: string, { bold, size, pre }: Look): void {
    const text = cleanText(data);
    if (pre) {
      const [first = '', ...rest] = text.split('\n');
      this.#line += first;
      for (const line of rest) {
        this.#flush();
        this.#line = line;
      }
    } else {
      const flowing = text.replaceAll(/\s+/g, ' ');
      this.#line += this.#line === '' || /\s$/.test(this.#line) ? flowing.trimStart() : flowing;
    }
    if (text.trim() === '') return;
    if (!bold) this.#allBold = false;
    this.#size = Math.max(this.#size, size);
  }

  #hide(text: string, how: HiddenText['how']): void {
    const clean = cleanText(text).replaceAll(/\s+/g, ' ').trim();
    if (clean !== '') this.#hidden.push({ text: clean, how, page: 1 });
  }

  #flush(): void {
    const text = this.#line.trim() === '•' ? '' : this.#line;
    if (text.trim() !== '' || this.#links.length > 0)
      this.#drafts.push({
        ...plainLine,
        text,
        bold: this.#allBold && text.trim() !== '',
        size: this.#size,
        links: this.#links,
      });
    this.#line = '';
    this.#links = [];
    this.#size = bodySize;
    this.#allBold = true;
  }
}

function textOf(node: Node): string {
  if (node.type === 'text') return node.data;
  return 'children' in node ? node.children.map(textOf).join(' ') : '';
}
