import type { Block } from './columns.ts';

/** A block with the page it stands on. */
export interface PageBlock extends Block {
  page: number;
}

/** Two gutters this far apart, in points, are the same. */
const same = 12;

/**
 * Columns that go on over pages are read each to its end before the next one begins. `pages` holds each page's blocks in
 * their order on the page.
 */
export function flow(pages: PageBlock[][]): PageBlock[] {
  const result: PageBlock[] = [];
  let held: PageBlock[] = [];
  let gutter: number | null = null;
  for (const blocks of pages) {
    const rest = [...blocks];
    while (gutter !== null && rest.length > 0) {
      const side = sideOf(rest[0]!, gutter);
      if (side === null) break;
      (side === 'left' ? result : held).push(rest.shift()!);
    }
    if (rest.length === 0) continue;
    result.push(...held);
    const last = rest.findLastIndex(({ side }) => side !== 'right');
    held = rest.slice(last + 1);
    result.push(...rest.slice(0, last + 1));
    gutter = held.length > 0 && rest[last]?.side === 'left' ? held[0]!.gutter : null;
    if (gutter === null) {
      result.push(...held);
      held = [];
    }
  }
  return [...result, ...held];
}

/** Which column of the page before a block goes on with; null where it is neither's. */
function sideOf(block: PageBlock, gutter: number): 'left' | 'right' | null {
  if (block.side !== 'full')
    return block.gutter !== null && Math.abs(block.gutter - gutter) < same ? block.side : null;
  const fragments = block.rows.flatMap(({ fragments: inRow }) => inRow);
  if (fragments.every(({ left }) => left >= gutter - same)) return 'right';
  return fragments.every(({ right }) => right < gutter) ? 'left' : null;
}
