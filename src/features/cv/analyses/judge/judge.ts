import type { z } from 'zod';
import { type ChatModel, callSettings, generateStructured } from '../../../../ai/index.ts';
import type { Span } from '../../../../career/resume/index.ts';
import type { ChatConfig } from '../../../../config/config.ts';
import { AppError } from '../../../../kernel/errors.ts';
import { quoteFinder } from './evidence.ts';
import { Answer, INSTRUCTIONS, promptFor, type Target } from './prompt.ts';
import { anchorOf, type Criterion, criteria, JUDGEMENT_VERSION } from './rubric.ts';

/** How often the model is asked: one answer says nothing of how steady it is. */
export const RUNS = 3;
/** Answers with evidence that it takes to show a judgement. */
const FEWEST = 2;

export interface Judgement {
  id: string;
  title: string;
  question: string;
  /** 1 to 5, over the runs that brought evidence. */
  min: number;
  median: number;
  max: number;
  scores: number[];
  /** The anchor nearest to the median. */
  anchor: string;
  evidence: { quote: string; span: Span }[];
}

export interface Judgements {
  method: string;
  rubric_version: string;
  engine: string;
  runs: number;
  items: Judgement[];
  /** Criteria without a judgement, and single answers that were refused. */
  dropped: { id: string; run: number | null; reason: string }[];
  failures: { run: number; code: string; message: string }[];
}

export interface NotJudged {
  not_assessed: string;
  engine?: string;
  failures?: Judgements['failures'];
}

interface Judging {
  chat: ChatModel | null;
  config: Pick<ChatConfig, 'temperature'>;
  /** The CV's source text. */
  text: string;
  target: Target;
  signal?: AbortSignal;
}

/**
 * Asks the model three times at once and keeps what it can prove: each score needs quotes that stand in the CV. A model
 * that fails is reported, never thrown; an abort is thrown.
 */
export async function judge({
  chat,
  config,
  text,
  target,
  signal,
}: Judging): Promise<Judgements | NotJudged> {
  if (!chat) return { not_assessed: 'needs a language model' };
  if (text.trim() === '') return { not_assessed: 'there is no text' };
  const hasTarget = Boolean(target.posting || target.title);
  const asked: Criterion[] = criteria.filter((criterion) => hasTarget || !('needsTarget' in criterion));
  const prompt = promptFor(asked, text, target);
  const ask = () =>
    generateStructured({
      chat,
      schema: Answer,
      name: 'cv_judgements',
      instructions: INSTRUCTIONS,
      prompt,
      ...callSettings(config),
      signal,
    });
  const answers = await Promise.allSettled(Array.from({ length: RUNS }, ask));
  signal?.throwIfAborted();
  const failures = answers.flatMap((answer, i) =>
    answer.status === 'rejected' ? [failure(i + 1, answer.reason)] : [],
  );
  const given = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : null));
  if (given.every((answer) => answer === null)) {
    return {
      not_assessed: `the language model failed: ${failures[0]!.message}`,
      engine: chat.engine,
      failures,
    };
  }
  return {
    method: `anchored judgements from 1 to 5, asked ${RUNS} times, quotes checked against the CV`,
    rubric_version: JUDGEMENT_VERSION,
    engine: chat.engine,
    runs: RUNS,
    ...collect(asked, given, text),
    failures,
  };
}

/** Only what an AppError says for the caller to see; anything else is a fault of ours and is thrown. */
function failure(run: number, error: unknown): Judgements['failures'][number] {
  if (!(error instanceof AppError)) throw error;
  return { run, code: error.code, message: error.detail ?? error.title };
}

function collect(
  asked: readonly Criterion[],
  answers: readonly (z.output<typeof Answer> | null)[],
  text: string,
): Pick<Judgements, 'items' | 'dropped'> {
  const find = quoteFinder(text);
  const dropped: Judgements['dropped'] = [];
  const items = asked.flatMap((criterion): Judgement[] => {
    const { id, title, question } = criterion;
    const kept = answers.flatMap((answer, i) => {
      const judgement = answer?.judgements.find((one) => one.criterion === id);
      if (!judgement) return [];
      const evidence = judgement.quotes.map((quote) => ({ quote, span: find(quote) }));
      const proven = evidence.filter((piece): piece is { quote: string; span: Span } => piece.span !== null);
      if (proven.length > 0 && proven.length === evidence.length) return [{ score: judgement.score, proven }];
      const reason = evidence.length === 0 ? 'no quote was given' : 'a quote is not in the CV';
      dropped.push({ id, run: i + 1, reason });
      return [];
    });
    if (kept.length < FEWEST) {
      dropped.push({
        id,
        run: null,
        reason: `only ${kept.length} of ${answers.length} answers brought evidence`,
      });
      return [];
    }
    const scores = kept.map(({ score }) => score);
    const median = medianOf(scores);
    const evidence = distinct(kept.flatMap(({ proven }) => proven)).map(({ span }) => ({
      quote: text.slice(span.start, span.end),
      span,
    }));
    return [
      {
        id,
        title,
        question,
        min: Math.min(...scores),
        median,
        max: Math.max(...scores),
        scores,
        anchor: anchorOf(criterion, median),
        evidence,
      },
    ];
  });
  return { items, dropped };
}

const distinct = (evidence: { quote: string; span: Span }[]) =>
  evidence.filter(({ span }, i) => evidence.findIndex((other) => other.span.start === span.start) === i);

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
