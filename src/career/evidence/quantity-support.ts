import type { Quantity } from './quantities.ts';

/*
 * Whether one number says no more than another. The unit has to be the same; so has what it is about, as far as words
 * tell: one word of the sentence in common. A hedge may be added only in the direction that stays true.
 */

export function quantitySupported(
  claim: Quantity,
  sources: readonly Quantity[],
  experienceMonths: readonly number[],
): boolean {
  return sources.some((source) => supports(source, claim)) || experienceSupports(claim, experienceMonths);
}

function supports(source: Quantity, claim: Quantity): boolean {
  if (source.per !== claim.per) return false;
  if (source.relation && claim.relation && source.relation !== claim.relation) return false;
  return sameSubject(source, claim) && valuesAgree(source, claim);
}

function sameSubject(source: Quantity, claim: Quantity): boolean {
  if (source.unit === claim.unit) {
    // What a count counts is its unit already.
    if (claim.unit.startsWith('count:')) return true;
    return claim.unit === 'bare' ? shares(claim.near, source.near) : shares(claim.sentence, source.sentence);
  }
  // «from 4 to 12» of «from 4 to 12 engineers»; «Awards: 12» and «12 awards».
  const counts = (unit: string) => unit === 'bare' || unit.startsWith('count:');
  const isOneBare = claim.unit === 'bare' || source.unit === 'bare';
  return (
    isOneBare &&
    counts(claim.unit) &&
    counts(source.unit) &&
    claim.near.size > 0 &&
    shares(claim.near, source.near)
  );
}

const shares = (claim: Set<string>, source: Set<string>): boolean =>
  claim.size === 0 || [...claim].some((stem) => source.has(stem));

function valuesAgree(source: Quantity, claim: Quantity): boolean {
  return claim.values.some((value) => source.values.some((known) => agrees(value, claim, known, source)));
}

function agrees(value: number, claim: Quantity, known: number, source: Quantity): boolean {
  const isSame = Math.abs(value - known) <= Math.abs(known) * 1e-9;
  // A source that says «up to» or «about» holds no more than that.
  if (source.bound === 'most') return isSame && claim.bound === 'most';
  if (source.bound === 'about') return isSame && (claim.bound === 'about' || claim.bound === 'most');
  if (claim.bound === 'over') return known > value || (isSame && source.bound === 'over');
  if (claim.bound === 'least') return known >= value;
  return isSame;
}

/** «5+ years of experience» against what the dates of the work add up to; of one skill, dates say nothing. */
function experienceSupports(claim: Quantity, experienceMonths: readonly number[]): boolean {
  if (claim.unit !== 'months' || claim.per || !isAboutExperience(claim)) return false;
  return claim.values.some((value) =>
    experienceMonths.some((months) =>
      claim.bound === 'over'
        ? months > value
        : claim.bound === 'least'
          ? months >= value
          : months >= value && months < value + 12,
    ),
  );
}

const GENERAL = new Set([
  'experienc',
  'experience',
  'professional',
  'profession',
  'profess',
  'work',
  'industry',
  'career',
  'total',
  'over',
  'have',
  'bring',
  'offer',
]);
const isAboutExperience = ({ near }: Quantity): boolean =>
  [...near].some((stem) => stem.startsWith('experienc')) &&
  [...near].filter((stem) => !GENERAL.has(stem)).length <= 2;
