import type { Draft } from '../assemble.ts';
import { blank } from './lines.ts';
import type { Run } from './page.ts';

/** Text at an angle, such as a heading along the margin: read after the rest, a line a direction and baseline. */
export function turnedLines(runs: Run[], page: number): Draft[] {
  const lines = new Map<string, Run[]>();
  for (const run of runs.filter(({ angle }) => angle !== 0)) {
    const radians = (run.angle * Math.PI) / 180;
    const across = run.x0 * -Math.sin(radians) + run.y * Math.cos(radians);
    const key = `${run.angle} ${Math.round(across / Math.max(2, run.size / 2))}`;
    lines.set(key, [...(lines.get(key) ?? []), run]);
  }
  return [...lines.values()].map((members) => {
    const glyphs = members.flatMap((run) => run.glyphs).sort((a, b) => a.left - b.left);
    const size = Math.max(...members.map((run) => run.size));
    let text = '';
    let end: number | null = null;
    for (const glyph of glyphs) {
      if (end !== null && glyph.left - end > 0.2 * size && !text.endsWith(' ')) text += ' ';
      text += glyph.text;
      end = glyph.right;
    }
    return {
      ...blank(page),
      text,
      size: Math.round(size * 100) / 100,
      bold: members.every(({ bold }) => bold),
    };
  });
}
