import { load } from 'cheerio/slim';
import { UnreadableFile } from '../failures.ts';

type Node = ReturnType<ReturnType<typeof load>['root']>[number]['children'][number];

/** An element of a part, with the helpers that reading it takes. Entities of a document type are never expanded. */
export interface Xml {
  name: string;
  attributes: Record<string, string>;
  children: Xml[];
  /** Of the text nodes directly in it. */
  text: string;
}

/** Deeper than any word processor writes; what is nested deeper only wants to break a reader. */
const maxDepth = 200;

/** The root element of an XML text; null where there is none. */
export function parseXml(text: string): Xml | null {
  const root = load(text, { xml: true }).root()[0]!;
  const element = root.children.find((node) => node.type === 'tag');
  return element ? toXml(element, 0) : null;
}

function toXml(node: Node, depth: number): Xml {
  if (depth > maxDepth) throw new UnreadableFile('damaged');
  if (!('name' in node) || !('children' in node)) return { name: '', attributes: {}, children: [], text: '' };
  const children: Xml[] = [];
  let text = '';
  for (const child of node.children) {
    if (child.type === 'text') text += child.data;
    else if ('name' in child) children.push(toXml(child, depth + 1));
  }
  return { name: node.name, attributes: node.attribs as Record<string, string>, children, text };
}

export function child(xml: Xml | undefined, name: string): Xml | undefined {
  return xml?.children.find((inner) => inner.name === name);
}

/** The `w:val` of a child. */
export function valOf(xml: Xml | undefined, name: string): string | undefined {
  return child(xml, name)?.attributes['w:val'];
}

/** A switch such as `w:b`: there without a value it is on; undefined where it is not there. */
export function flag(xml: Xml | undefined, name: string): boolean | undefined {
  const found = child(xml, name);
  return found && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? '1');
}

export function* descendants(xml: Xml): Iterable<Xml> {
  for (const inner of xml.children) {
    yield inner;
    yield* descendants(inner);
  }
}

/** Every text box below an element, without those inside of another. */
export function textBoxesIn(xml: Xml): Xml[] {
  const found: Xml[] = [];
  const nested = new Set<Xml>();
  for (const inner of descendants(xml)) {
    if (inner.name !== 'w:txbxContent' || nested.has(inner)) continue;
    found.push(inner);
    for (const deeper of descendants(inner)) nested.add(deeper);
  }
  return found;
}
