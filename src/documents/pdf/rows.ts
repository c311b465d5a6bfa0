import { composeAccents } from './accents.ts';
import type { Glyph, Run } from './page.ts';
import { inReadingOrder } from './right-to-left.ts';

/** Words that stand together on a baseline, with no gap that could be one between columns. */
export interface Fragment {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  bold: boolean;
  font: string;
  glyphs: Glyph[];
}

/** Everything on one baseline, from left to right. */
export interface Row {
  y: number;
  size: number;
  fragments: Fragment[];
}

interface Placed extends Glyph {
  run: Run;
}

/** A gap wider than this, in font sizes, may be one between columns. */
const columnGap = 0.9;
/** A gap wider than this, in font sizes, is one between words where the file has no space. */
const wordGap = 0.17;

/** The rows of upright text, from top to bottom; the order in which the file draws does not matter. */
export function toRows(runs: Run[]): Row[] {
  const groups: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of runs.filter(({ angle }) => angle === 0).sort((a, b) => a.y - b.y || a.x - b.x)) {
    const group = groups.findLast(({ y, size }) => Math.abs(y - run.y) < 0.4 * Math.max(size, run.size));
    if (!group) groups.push({ y: run.y, size: run.size, runs: [run] });
    else {
      group.runs.push(run);
      // The baseline is that of the larger letters: a raised «th» comes first.
      if (run.size > group.size * 1.2) [group.y, group.size] = [run.y, run.size];
    }
  }
  return groups
    .map(({ y, runs: members }) => {
      const fragments = toFragments(members);
      return { y, size: Math.max(0, ...fragments.map(({ size }) => size)), fragments };
    })
    .filter(({ fragments }) => fragments.length > 0)
    .sort((a, b) => a.y - b.y);
}

function toFragments(runs: Run[]): Fragment[] {
  const glyphs: Placed[] = runs.flatMap((run) => run.glyphs.map((glyph) => ({ ...glyph, run })));
  glyphs.sort((a, b) => a.left - b.left);
  const groups: Placed[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of glyphs) {
    // Spaces reach into gutters; only what is seen decides where a fragment ends.
    if (glyph.text.trim() === '') {
      if (glyph.left - end < glyph.run.size * columnGap) groups.at(-1)?.push(glyph);
      continue;
    }
    if (isDrawnTwice(groups.at(-1), glyph)) continue;
    if (groups.length === 0 || glyph.left - end > glyph.run.size * columnGap) groups.push([]);
    groups.at(-1)!.push(glyph);
    end = Math.max(glyph.right, groups.at(-1)!.length === 1 ? glyph.right : end);
  }
  return groups.map((group) => fragmentOf(group)).filter(({ text }) => text.trim() !== '');
}

/** Some programs draw letters twice, a little apart, to make them bold. */
function isDrawnTwice(group: Placed[] | undefined, glyph: Placed): boolean {
  const near = group?.slice(-4) ?? [];
  return near.some(
    (other) =>
      other.text === glyph.text &&
      other.run !== glyph.run &&
      Math.abs(other.left - glyph.left) < 0.12 * glyph.run.size,
  );
}

function fragmentOf(group: Placed[]): Fragment {
  const shown = group.filter(({ text }) => text.trim() !== '');
  const size = Math.max(...shown.map(({ run }) => run.size));
  const letters = shown.reduce((sum, { text }) => sum + text.length, 0);
  const boldLetters = shown.reduce((sum, { text, run }) => sum + (run.bold ? text.length : 0), 0);
  const glyphs = composeAccents(withSpaces(group, size));
  return {
    text: inReadingOrder(glyphs),
    left: shown[0]!.left,
    right: Math.max(...shown.map(({ right }) => right)),
    // Of its own largest letters: another column's line may stand a little higher.
    y: shown.find(({ run }) => run.size === size)!.run.y,
    size,
    bold: boldLetters > letters / 2,
    font: shown[0]!.run.font,
    glyphs,
  };
}

/** Adds the spaces that the file only shows as gaps. Where letters are set apart, a word's gap is larger than theirs. */
function withSpaces(group: Placed[], size: number): Glyph[] {
  const gaps: number[] = [];
  for (let i = 1; i < group.length; i++) {
    const [before, glyph] = [group[i - 1]!, group[i]!];
    if (before.text.trim() !== '' && glyph.text.trim() !== '') gaps.push(glyph.left - before.right);
  }
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const limit = gaps.length >= 4 && usual > 0.1 * size ? usual * 1.6 : Math.max(0, usual) + wordGap * size;
  const glyphs: Glyph[] = [];
  for (const { text, left, right } of group) {
    const before = glyphs.at(-1);
    if (before && before.text.trim() !== '' && text.trim() !== '' && left - before.right > limit)
      glyphs.push({ text: ' ', left: before.right, right: left });
    glyphs.push({ text, left, right });
  }
  return glyphs;
}
