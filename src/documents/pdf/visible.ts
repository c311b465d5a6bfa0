import { contrast, minContrast, type Rgb } from '../text/colours.ts';
import type { HiddenText } from '../types.ts';
import type { Area, PageContent, Run } from './page.ts';

/** Smaller than this, in points, nobody reads it. */
const smallest = 2;
const paper: Rgb = [255, 255, 255];

/**
 * Why a reader of the page does not see a run; null where they do. A page whose text is all invisible and that has a
 * picture was scanned and recognised: its text is what the picture shows.
 */
export function hiddenRuns(page: PageContent): Map<Run, HiddenText['how']> {
  const found = new Map<Run, HiddenText['how']>();
  const isScan = page.images > 0 && page.runs.length > 0 && share(page.runs, (run) => run.invisible) > 0.9;
  for (const run of page.runs) {
    const how = whyHidden(run, page, isScan);
    if (how) found.set(run, how);
  }
  return found;
}

function whyHidden(run: Run, page: PageContent, isScan: boolean): HiddenText['how'] | null {
  if (run.hidden) return run.hidden;
  if (run.invisible) return isScan ? null : 'hidden';
  if (run.size < smallest) return 'size';
  if (run.angle === 0 && isOutside(run, page)) return 'outside';
  if (run.angle !== 0) return null;
  const over = page.areas.filter((area) => holds(area, run));
  if (over.some((area) => area.order > run.order && area.opaque && area.colour)) return 'covered';
  const behind = over.filter((area) => area.order < run.order).at(-1);
  const ground = behind ? behind.colour : paper;
  return run.colour && ground && contrast(run.colour, ground) < minContrast ? 'colour' : null;
}

function isOutside({ x, y, width }: Run, page: PageContent): boolean {
  return x + width < 0 || x > page.width || y < -1 || y > page.height + 1;
}

/** Whether the middle of a run lies in an area. */
function holds(area: Area, { x, y, width, size }: Run): boolean {
  const middleX = x + width / 2;
  const middleY = y - size * 0.3;
  return middleX >= area.left && middleX <= area.right && middleY >= area.top && middleY <= area.bottom;
}

function share<Item>(items: Item[], test: (item: Item) => boolean): number {
  return items.filter(test).length / items.length;
}
