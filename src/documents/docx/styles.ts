import { child, flag, valOf, type Xml } from './xml.ts';

/** How text looks, as far as it matters here. */
export interface Look {
  bold: boolean;
  /** In points. */
  size: number;
  colour: string | null;
  hidden: boolean;
  caps: boolean;
  /** The colour behind it; null for the page's own, `unknown` where a style or a shape sets it. */
  behind: string | null;
}

/** What a style, a paragraph or a run changes about the look. */
type Change = Partial<Look>;

/** The colour that properties put behind what they are of; null where they put none. */
export function shadeOf(properties: Xml | undefined): string | null {
  const fill = child(properties, 'w:shd')?.attributes['w:fill'];
  return fill === undefined || fill === 'auto' ? null : fill;
}

export function changeOf(properties: Xml | undefined): Change {
  const size = Number(valOf(properties, 'w:sz'));
  const colour = valOf(properties, 'w:color');
  const change: Change = {
    bold: flag(properties, 'w:b'),
    size: size > 0 ? size / 2 : undefined,
    colour: colour === 'auto' ? null : colour,
    hidden: flag(properties, 'w:vanish') ?? flag(properties, 'w:webHidden'),
    caps: flag(properties, 'w:caps'),
    behind: shadeOf(properties) ?? undefined,
  };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

export interface Styles {
  /** The look of a paragraph of a style (of the default one without a name). */
  paragraph(id: string | undefined): Look;
  character(id: string | undefined): Change;
  /** Whether the style makes its paragraphs items of a list. */
  isList(id: string | undefined): boolean;
}

const plain: Look = { bold: false, size: 10, colour: null, hidden: false, caps: false, behind: null };

/** The styles part; a style is based on another, at most some ten deep. */
export function readStyles(root: Xml | null): Styles {
  const byId = new Map<string, Xml>();
  let standard: string | undefined;
  for (const style of root?.children ?? []) {
    const id = style.attributes['w:styleId'];
    if (style.name !== 'w:style' || id === undefined) continue;
    byId.set(id, style);
    const isDefault = ['1', 'true'].includes(style.attributes['w:default'] ?? '');
    if (isDefault && style.attributes['w:type'] === 'paragraph') standard = id;
  }
  const defaults = changeOf(child(child(child(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));

  function chain(id: string | undefined): Xml[] {
    const found: Xml[] = [];
    for (let style = byId.get(id ?? ''); style && found.length < 20; ) {
      found.unshift(style);
      style = byId.get(valOf(style, 'w:basedOn') ?? '');
    }
    return found;
  }
  const changes = (id: string | undefined): Change =>
    Object.assign({}, ...chain(id).map((style) => changeOf(child(style, 'w:rPr'))));
  return {
    paragraph: (id) => ({ ...plain, ...defaults, ...changes(id ?? standard) }),
    character: (id) => (id === undefined ? {} : changes(id)),
    isList: (id) =>
      chain(id).some((style) => child(child(style, 'w:pPr'), 'w:numPr') !== undefined) ||
      /^(List ?Bullet|List ?Number)/i.test(id ?? ''),
  };
}
