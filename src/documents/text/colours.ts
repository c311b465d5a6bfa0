/** Red, green and blue, each 0 to 255. */
export type Rgb = [number, number, number];

/** A colour as files write it: `#fff`, `FFFFFF`, `rgb(255,255,255)`, `white`; null for what is not known. */
export function parseColour(text: string): Rgb | null {
  const value = text.trim().toLowerCase();
  if (value === 'white') return [255, 255, 255];
  if (value === 'black') return [0, 0, 0];
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(value)?.[1];
  if (hex) {
    const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
    return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as Rgb;
  }
  const rgb = /^rgba?\((\d+)[,\s]+(\d+)[,\s]+(\d+)/.exec(value);
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : null;
}

export function isNearWhite(text: string): boolean {
  const colour = parseColour(text);
  return colour !== null && contrast(colour, [255, 255, 255]) < minContrast;
}

/** Below this, text cannot be told from what is behind it (WCAG asks for 4.5, pale grey on white has some 1.5). */
export const minContrast = 1.1;

/** The contrast ratio of WCAG 2: 1 (the same) to 21 (black on white). */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
