import { mean } from './measures.ts';

/** The measures of how well recall knows when it does not know: pure, so that they can be checked by hand. */

/** The chance that a random one of `yes` is above a random one of `no`; equals count half. Null where either is empty. */
export function auroc(yes: readonly number[], no: readonly number[]): number | null {
  if (yes.length === 0 || no.length === 0) return null;
  const all = [
    ...yes.map((value) => ({ value, isYes: true })),
    ...no.map((value) => ({ value, isYes: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let above = 0;
  let passed = 0;
  for (let i = 0; i < all.length; ) {
    let end = i;
    while (end < all.length && all[end]!.value === all[i]!.value) end++;
    const yesHere = all.slice(i, end).filter(({ isYes }) => isYes).length;
    const noHere = end - i - yesHere;
    above += yesHere * (passed + noHere / 2);
    passed += noHere;
    i = end;
  }
  return above / (yes.length * no.length);
}

const BINS = 10;

/** One thing that was said to be so with a probability, and whether it was. */
export interface Said {
  confidence: number;
  isTrue: boolean;
}

/** The expected calibration error: over ten bins of equal width, how far the mean confidence is from the share that is true. */
export function calibrationError(said: readonly Said[]): number {
  const bins = Map.groupBy(said, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)));
  let error = 0;
  for (const bin of bins.values()) {
    const told = mean(bin.map(({ confidence }) => confidence));
    const found = mean(bin.map(({ isTrue }) => Number(isTrue)));
    error += (bin.length / said.length) * Math.abs(told - found);
  }
  return error;
}

/** A question as it was answered, and its context with nothing left out and with what is irrelevant left out. */
export interface Confident {
  answerable: boolean;
  results: readonly Said[];
  tokens: { all: number; relevant: number };
  evidence: { all: number; relevant: number };
}

export interface ConfidenceSummary {
  answerable: number;
  unanswerable: number;
  /** Of the first result's confidence, answerable against unanswerable questions. */
  auroc: number | null;
  calibrationError: number;
  /** Of the context's tokens on unanswerable questions, the share that the limits leave out. */
  leftOut: number;
  /** Of unanswerable questions, the share whose context is empty. */
  silent: number;
  /** Of the evidence in the contexts of answerable questions, the share that the limits leave in. */
  evidenceKept: number;
}

export function summariseConfidence(asked: readonly Confident[]): ConfidenceSummary {
  const yes = asked.filter(({ answerable }) => answerable);
  const no = asked.filter(({ answerable }) => !answerable);
  const best = ({ results }: Confident) => results[0]?.confidence ?? 0;
  const sum = (of: readonly Confident[], value: (one: Confident) => number) =>
    of.reduce((total, one) => total + value(one), 0);
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  return {
    answerable: yes.length,
    unanswerable: no.length,
    auroc: auroc(yes.map(best), no.map(best)),
    calibrationError: calibrationError(asked.flatMap(({ results }) => results)),
    leftOut:
      1 -
      share(
        sum(no, ({ tokens }) => tokens.relevant),
        sum(no, ({ tokens }) => tokens.all),
      ),
    silent: share(no.filter(({ tokens }) => tokens.relevant === 0).length, no.length),
    evidenceKept: share(
      sum(yes, ({ evidence }) => evidence.relevant),
      sum(yes, ({ evidence }) => evidence.all),
    ),
  };
}
