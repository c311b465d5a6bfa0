import type { CheerioAPI } from 'cheerio';
import type { JsonObject } from './json-ld.ts';

const maxProperties = 2_000;

/** The first JobPosting that a page's microdata describes, in the shape that JSON-LD gives one; null without one. */
export function microdataPosting($: CheerioAPI): JsonObject | null {
  const root = $('[itemscope][itemtype*="schema.org/JobPosting"]').first();
  return root.length === 0 ? null : itemOf($, root, { left: maxProperties }, 0);
}

type Selection = ReturnType<CheerioAPI>;

function itemOf($: CheerioAPI, scope: Selection, budget: { left: number }, depth: number): JsonObject {
  const item: JsonObject = { '@type': (scope.attr('itemtype') ?? '').split('/').at(-1) };
  scope.find('[itemprop]').each((_, element) => {
    const property = $(element);
    // What belongs to an item inside this one is that item's.
    if (!property.parent().closest('[itemscope]').is(scope) || budget.left-- <= 0) return;
    const value =
      property.attr('itemscope') !== undefined && depth < 6
        ? itemOf($, property, budget, depth + 1)
        : textValue(property);
    for (const name of (property.attr('itemprop') ?? '').split(/\s+/)) {
      const known = item[name];
      item[name] = known === undefined ? value : [known, value].flat();
    }
  });
  return item;
}

function textValue(property: Selection): string {
  const attribute = property.attr('content') ?? property.attr('datetime') ?? property.attr('href');
  return attribute ?? property.html() ?? '';
}
