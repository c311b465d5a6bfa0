import {
  type Claim,
  type EvidenceSource,
  resumeEvidence,
  unsupportedClaims,
} from '../../../career/evidence/index.ts';
import { cvLines, cvSource } from '../draft/cv-lines.ts';
import type { Said } from '../draft/motivation.ts';
import { quoteFinder } from '../find-quote.ts';
import type { Source } from '../letter.ts';
import type { Materials } from '../materials.ts';
import { withoutOrders } from '../orders.ts';
import { type Entry, entriesOf, entryEvidence, namedIn } from './entries.ts';
import type { DraftSentence } from './prompt.ts';
import { claimsPlainly, claimsToHaveWorkedAt, isAboutTheJob } from './speech.ts';

/** Each sentence is held against the whole: of a text without end, so much; more than the model is shown. */
const MOST_CHARACTERS = 60_000;

/** A sentence that can stand, with where it comes from; or why it cannot. */
export type Verdict = { sources: Source[]; refused?: undefined } | { refused: string };

/**
 * The fact gate of letters. What a sentence says of the person must stand in the CV or in the person's own messages; a
 * sentence that names one employer is held against that entry alone, so that no figure wanders. What the posting says
 * holds only sentences about the job. Each quotation must be found where it is said to be from.
 */
export class Gate {
  private readonly cv: Materials['cv'];
  private readonly job: Materials['job'];
  private readonly said: readonly Said[];
  private readonly person: EvidenceSource[];
  private readonly names: string[];
  private readonly entries: Entry[];
  private readonly find: Record<'cv' | 'resume' | 'job', ReturnType<typeof quoteFinder>>;

  constructor({ cv, job }: Pick<Materials, 'cv' | 'job'>, said: readonly Said[], now: Date) {
    const text = withoutOrders(cv.text.slice(0, MOST_CHARACTERS)).text;
    const resume = { ...resumeEvidence(cv.resume, now) };
    resume.text = withoutOrders(resume.text.slice(0, MOST_CHARACTERS)).text;
    this.cv = { ...cv, text };
    this.job = { ...job, text: job.text.slice(0, MOST_CHARACTERS / 2) };
    this.said = said;
    this.person = [{ text }, resume, ...said.map((one) => ({ text: one.text }))];
    this.names = [job.title, job.company_name, job.found_on, hostOf(job.url)].filter((name) => name !== null);
    this.entries = entriesOf(this.cv, now);
    this.find = { cv: quoteFinder(text), resume: quoteFinder(resume.text), job: quoteFinder(job.text) };
  }

  /** A greeting or a sign-off: it may name whom the posting names. */
  holdsFrame(text: string): boolean {
    return text.length <= 120 && unsupportedClaims(text, [this.job.text, ...this.names]).length === 0;
  }

  judge({ text, sources }: DraftSentence): Verdict {
    if (withoutOrders(text).orders.length > 0) return { refused: 'it speaks to a program' };
    const cited: Source[] = [];
    for (const { kind, quote } of sources) {
      const source = this.cite(kind, quote);
      if (!source) return { refused: `its source «${quote.slice(0, 80)}» is not in the ${wordsFor[kind]}` };
      cited.push(source);
    }
    if (isAboutTheJob(text, this.job.company_name, this.cv.resume.basics?.name ?? null)) {
      const claims = unsupportedClaims(text, [this.job.text, ...this.names]);
      return claims.length > 0
        ? { refused: `the posting does not say: ${list(claims)}` }
        : { sources: cited.length > 0 ? cited : this.namesIn(text) };
    }
    return this.judgePerson(text, cited);
  }

  private judgePerson(text: string, cited: Source[]): Verdict {
    const { company_name: company, title } = this.job;
    if (company && claimsToHaveWorkedAt(text, company) && !this.find.cv(company))
      return { refused: `the CV knows no work at ${company}` };
    const rest = withoutNames(text, { title, company, others: this.names });
    const named = namedIn(text, this.entries);
    const claims = unsupportedClaims(rest, this.person);
    if (claims.length > 0) return { refused: `neither CV nor messages hold: ${list(claims)}` };
    const all = unsupportedClaims(rest, []);
    if (named.length > 0) {
      const isFigure = ({ kind }: Claim) => kind === 'number' || kind === 'date';
      if (named.length > 1 && all.some(isFigure))
        return { refused: 'it puts figures and several employers into one sentence' };
      const own = [...named.flatMap(({ evidence }) => evidence), ...this.said.map((one) => one.text)];
      const wandered = unsupportedClaims(rest, own);
      if (wandered.length > 0)
        return {
          refused: `the CV holds this, but not of ${named.map(({ name }) => name).join(', ')}: ${list(wandered)}`,
        };
    }
    const held = cited.filter(({ kind }) => kind !== 'job');
    const found = held.length > 0 ? held : this.linesFor(all);
    if (found.length === 0 && (all.length > 0 || claimsPlainly(text)))
      return { refused: 'it states something of the person and names no source in the CV or the messages' };
    const wanders = named.length === 0 && this.wanders(all, found);
    if (wanders) return { refused: `it does not name the employer that this belongs to: ${wanders}` };
    return { sources: [...found, ...cited.filter(({ kind }) => kind === 'job'), ...this.namesIn(text)] };
  }

  /** A figure of one entry that a sentence shows beside a quotation from another. */
  private wanders(claims: readonly Claim[], found: readonly Source[]): string | null {
    const cited = this.entries.filter(({ pointer }) =>
      found.some((source) => source.pointer === pointer || source.pointer?.startsWith(`${pointer}/`)),
    );
    if (cited.length === 0) return null;
    const own = [
      ...cited.flatMap(({ evidence }) => evidence),
      entryEvidence.ofPerson(this.cv.resume, this.person[1]!),
    ];
    const said = this.said.map((one) => one.text);
    for (const { kind, text } of claims) {
      if (kind === 'number' && unsupportedClaims(text, [...own, ...said]).length > 0) return text;
    }
    return null;
  }

  private cite(kind: Source['kind'], quote: string): Source | null {
    if (kind === 'memory') {
      const said = this.said.find(({ text }) => quoteFinder(text)(quote));
      return said ? { kind, quote, message_id: said.message_id, date: said.date } : null;
    }
    if (kind === 'job') {
      const span = this.find.job(quote);
      if (span) return { kind, quote: this.job.text.slice(span.start, span.end), span };
      return this.names.some((name) => quoteFinder(name)(quote)) ? { kind, quote } : null;
    }
    const span = this.find.cv(quote);
    if (span) {
      const pointer = this.pointerAt(span.start, span.end);
      return { kind, quote: this.cv.text.slice(span.start, span.end), span, ...(pointer && { pointer }) };
    }
    return this.find.resume(quote) ? { kind, quote } : null;
  }

  /** The innermost field of the CV that a place of its text belongs to. */
  private pointerAt(start: number, end: number): string | null {
    let best: { pointer: string; size: number } | null = null;
    for (const [pointer, spans] of Object.entries(this.cv.spans)) {
      for (const span of spans) {
        const size = span.end - span.start;
        if (span.start < end && start < span.end && (!best || size < best.size)) best = { pointer, size };
      }
    }
    return best?.pointer ?? null;
  }

  /** Passages of the CV, or else of the messages, that hold what a sentence states without saying from where. */
  private linesFor(claims: readonly Claim[]): Source[] {
    const lines = cvLines(this.cv.resume);
    const found = claims.flatMap(({ text }): Source[] => {
      const line = lines.find((one) => quoteFinder(one.text)(text));
      if (line) return [cvSource(this.cv, line.pointer, line.text)];
      const said = this.said.find((one) => quoteFinder(one.text)(text));
      if (said) return [{ kind: 'memory', quote: said.text, message_id: said.message_id, date: said.date }];
      const span = this.find.cv(text);
      if (!span) return [];
      const pointer = this.pointerAt(span.start, span.end);
      return [
        { kind: 'cv', quote: this.cv.text.slice(span.start, span.end), span, ...(pointer && { pointer }) },
      ];
    });
    return found.filter(({ quote }, at) => found.findIndex((other) => other.quote === quote) === at);
  }

  private namesIn(text: string): Source[] {
    return [this.job.title, this.job.company_name].flatMap((name): Source[] => {
      if (!name || !quoteFinder(text)(name)) return [];
      const span = this.find.job(name);
      return [{ kind: 'job', quote: name, ...(span && { span }) }];
    });
  }
}

const wordsFor = { cv: 'CV', job: 'posting', memory: 'messages' } as const;

const list = (claims: readonly Claim[]): string =>
  claims.map(({ kind, text }) => `${kind} «${text}»`).join(', ');

const hostOf = (url: string | null): string | null =>
  URL.parse(url ?? '')?.hostname.replace(/^www\./, '') ?? null;

/**
 * The sentence without the names of the job it applies for, which are no claims about the person. The title only where
 * it is said to be applied for: «as a Senior Engineer I …» claims it.
 */
function withoutNames(
  text: string,
  { title, company, others }: { title: string | null; company: string | null; others: readonly string[] },
): string {
  let rest = text;
  for (const name of others) {
    const span = quoteFinder(rest)(name);
    if (!span) continue;
    const before = rest.slice(0, span.start);
    const after = rest.slice(span.end);
    const isApplied =
      /(?:appl\p{L}+|position|role|job|post|opening|vacancy|bewerb\p{L}*|stelle)[^.]{0,25}$/iu.test(before) ||
      /^\W{0,3}(?:position|role|job|post|opening|vacancy)\b/i.test(after);
    if (name === title && name !== company && !isApplied) continue;
    rest = `${before}${name === company ? 'your company' : 'this'}${after}`;
  }
  return rest;
}
