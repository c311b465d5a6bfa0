import type { HiddenText } from '../types.ts';
import { isNearWhite } from './colours.ts';

/** Why an element is not seen, by its own attributes; null where it is. Style sheets are not followed. */
export function hiddenByStyle(attribs: Record<string, string | undefined>): HiddenText['how'] | null {
  if ('hidden' in attribs) return 'hidden';
  const style = (attribs.style ?? '').toLowerCase().replaceAll(/\s+/g, '');
  if (style === '') return null;
  const has = (pattern: RegExp) => pattern.test(`;${style};`);
  if (has(/;display:none|;visibility:hidden|;opacity:0(\.0\d*)?(!important)?;/)) return 'hidden';
  if (has(/;font-size:0*(\.\d+)?(1(\.\d+)?)?(px|pt)?(!important)?;/)) return 'size';
  if (has(/;(left|top|text-indent|margin-left):-\d{3,}/)) return 'outside';
  const colour = /;color:([^;!]+)/.exec(`;${style};`)?.[1];
  const background = /;background(-color)?:([^;!]+)/.exec(`;${style};`)?.[2];
  if (colour && isNearWhite(colour) && (background === undefined || isNearWhite(background))) return 'colour';
  return null;
}
