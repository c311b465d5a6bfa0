import type { Span } from '../resume/index.ts';
import { findSkills } from '../skills/index.ts';
import { judgedCertifications } from './certifications.ts';
import { dateSupported, type FoundDate, findDates } from './dates.ts';
import { type Known, knownFrom } from './known.ts';
import { judgedNames } from './names.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import { quantitySupported } from './quantity-support.ts';
import { judgedStanding } from './standing.ts';
import { judgedTitles } from './titles.ts';
import type { Claim, EvidenceSource, Judged } from './types.ts';
import { levelled, wordsOf } from './words.ts';

/**
 * The fact gate: everything in `text` that states a number, date, employer, title, certificate, skill or name which no
 * source holds, in the order of the text; empty where all is supported.
 *
 * It works by rules alone and fails closed: what it cannot recognise as known is reported. So a true sentence may be
 * held back for its wording, but a figure or a name that nobody stated does not pass. What it does not judge is
 * meaning: a claim made of plain words and no figure («improved the team's morale») is not looked at.
 */
export function unsupportedClaims(text: string, sources: readonly (string | EvidenceSource)[]): Claim[] {
  const evidence = sources.map((source) => (typeof source === 'string' ? { text: source } : source));
  const texts = evidence.map((source) => source.text);
  const level = levelled(text);
  const figures = figuresIn(withoutAddresses(level));
  const theirs = texts.map((source) => figuresIn(withoutAddresses(levelled(source))));
  // Without its figures a word may be left in parts; so the sources are known in that form too.
  const known = knownFrom([...texts, ...theirs.map(({ words }) => words)]);
  const judged: Judged[] = [
    ...judgedAddresses(level, known),
    ...judgedFigures(figures, theirs, evidence),
    ...judgedCertifications(withoutAddresses(level), texts, known),
    ...judgedTitles(figures.words, known),
    ...judgedStanding(figures.words, known),
    ...judgedSkills(figures.words, texts, known),
  ];
  // What was recognised as one thing is no name beside: «BSc», «Mar» of a date.
  const rest = judged.reduce((left, { span }) => blanked(left, span), figures.words);
  judged.push(...judgedNames(rest, known));
  return withoutOverlaps(judged.filter(({ supported }) => !supported)).map(({ kind, span }) => ({
    kind,
    text: text.slice(span.start, span.end),
    span,
  }));
}

/** The more telling kinds come first, and what they cover is not told again. */
function withoutOverlaps(claims: readonly Judged[]): Judged[] {
  const kept: Judged[] = [];
  for (const claim of claims) {
    const { start, end } = claim.span;
    if (!kept.some(({ span }) => span.start < end && start < span.end)) kept.push(claim);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

interface Figures {
  dates: FoundDate[];
  quantities: Quantity[];
  /** The text with a blank where a figure stands: «Mar» of a date is no name. */
  words: string;
}

function figuresIn(text: string): Figures {
  const { dates, rest } = findDates(text);
  const quantities = findQuantities(rest);
  return { dates, quantities, words: quantities.reduce((left, { span }) => blanked(left, span), rest) };
}

function* judgedFigures(
  own: Figures,
  theirs: readonly Figures[],
  sources: readonly EvidenceSource[],
): Generator<Judged> {
  const dates = theirs.flatMap((found) => found.dates);
  if (sources.some(({ ongoing }) => ongoing))
    dates.push({ readings: [{ now: true }], span: { start: 0, end: 0 } });
  for (const date of own.dates) {
    yield { kind: 'date', span: date.span, supported: dateSupported(date, dates) };
  }
  const quantities = theirs.flatMap((found) => found.quantities);
  const months = sources.flatMap(({ experienceMonths }) => experienceMonths ?? []);
  for (const quantity of own.quantities) {
    const supported = quantitySupported(quantity, quantities, months);
    yield { kind: 'number', span: quantity.span, supported };
  }
}

function* judgedSkills(text: string, sources: readonly string[], known: Known): Generator<Judged> {
  const held = new Set(sources.flatMap((source) => findSkills(source).map(({ skill }) => skill.id)));
  for (const { skill, span } of findSkills(text)) {
    // What is supported is left to the names, too: «Google Cloud» may be a skill and «Google Cloud Berlin» nobody's.
    if (held.has(skill.id) || known.phrase(wordsOf(text.slice(span.start, span.end)))) continue;
    yield { kind: skill.kind === 'certification' ? 'certification' : 'skill', span, supported: false };
  }
}

/** Addresses and phone numbers are supported where a source holds them letter for letter. */
const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>()]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|edu|gov|de|uk|eu|me|ai|app)\b(?:\/[^\s<>()]*)?|\+\d[\d ()-]{6,18}\d|\(\d{3}\) ?\d{3}-\d{4}/giu;

/** The text with a mark that parts words and is none in the place of what was there. */
function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + '\u0001'.repeat(end - start) + text.slice(end);
}

const withoutAddresses = (text: string): string =>
  text.replace(ADDRESS, (found) => '\u0001'.repeat(found.length));

function* judgedAddresses(text: string, known: Known): Generator<Judged> {
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(/[.,;]$/, '');
    const supported = known.verbatim(address.replace(/^https?:\/\/(?:www\.)?|\/$/g, ''));
    yield { kind: 'name', span: { start: index, end: index + address.length }, supported };
  }
}
