import { type Stage, stages } from '../../applications/index.ts';
import { folded, type JobWords, jobWordsOf, readWords } from './find-job.ts';
import {
  ADVICE,
  APPLICATIONS,
  CHECK,
  CHECK_IF_THERE,
  CV_SAYS,
  DUE,
  DUE_IF_THERE,
  EARLIER_TIMES,
  FIT,
  FIT_ADVICE,
  LETTER,
  NOT_A_COVER_LETTER,
  ONE_APPLICATION,
  OWN_CV_TEXT,
  REMEMBERED,
  STAGE_WORDS,
} from './patterns.ts';
import { OPEN, PROMISES } from './promise-patterns.ts';

/**
 * Something asked about one's CVs, postings and applications. `sure`: it can be nothing else, and is answered even where
 * nothing is there yet; otherwise only what is there is a reason to take the question.
 */
export type Ask =
  | { kind: 'fit'; job: JobWords; sure: boolean }
  | { kind: 'due'; sure: boolean }
  | { kind: 'promises'; sure: true }
  | { kind: 'open'; sure: boolean }
  | { kind: 'applications'; stages: Stage[]; counts: boolean; sure: boolean }
  | { kind: 'application'; job: JobWords; sure: false }
  | { kind: 'check-cv'; sure: boolean }
  | { kind: 'cv-says'; about: string; sure: boolean }
  | { kind: 'letter'; job: JobWords; sure: boolean };

/** Reads whether a question is about the workbench; null where it is for memory, for the playbook, or for nobody. */
export function readAsk(question: string): Ask | null {
  const asked = folded(question);
  if (OWN_CV_TEXT.test(asked)) return cvSays(asked);
  if (PROMISES.some((pattern) => pattern.test(asked))) return { kind: 'promises', sure: true };
  if (REMEMBERED.test(asked)) return null;
  return (
    letter(question, asked) ??
    fit(question, asked) ??
    cvCheck(asked) ??
    cvSays(asked) ??
    due(asked) ??
    open(asked) ??
    applications(asked) ??
    oneApplication(question, asked)
  );
}

/** «And the Northwind one?», «the second one»: asks the same as before, of another job. */
export function continuedAsk(message: string, before: Ask): Ask | null {
  const asked = folded(message);
  if (asked.split(' ').length > 9) return null;
  const further = /^(?:(?:ok|okay|so|but|then|and|yes)\b[, ]*)*(?:(?:what|how) about|and|for)\b(.*)$/.exec(
    asked,
  );
  const chosen = /^(?:the )?(?:\S+ ){0,3}(?:one|job|role|posting|position)\W*$|^(?:the )?\w+\W*$/.test(asked);
  if (before.kind === 'fit' || before.kind === 'letter' || before.kind === 'application') {
    if (!further && !chosen) return null;
    const job = readWords(further?.[1] ?? asked);
    if (job.words.length === 0 && job.nth === null) return null;
    // A single word may be anything («thanks»): only a job that is there is a reason to take it for one.
    const sure = before.sure && (further !== null || job.nth !== null);
    return { ...before, job, sure } as Ask;
  }
  if (before.kind === 'cv-says' && further) return { ...before, about: further[1]!.trim() };
  if (before.kind === 'applications' && further) {
    const named = stagesIn(asked);
    return named.length ? { ...before, stages: named } : null;
  }
  return null;
}

function fit(question: string, asked: string): Ask | null {
  if (FIT_ADVICE.test(asked) || !FIT.some((pattern) => pattern.test(asked))) return null;
  const { definite, ...job } = jobWordsOf(question);
  if (!definite && job.words.length === 0) return null;
  return { kind: 'fit', job, sure: definite };
}

function letter(question: string, asked: string): Ask | null {
  if (!LETTER.some((pattern) => pattern.test(asked)) || NOT_A_COVER_LETTER.test(asked)) return null;
  const { definite, ...job } = jobWordsOf(question);
  return { kind: 'letter', job, sure: definite };
}

function cvCheck(asked: string): Ask | null {
  if (CHECK.some((pattern) => pattern.test(asked))) return { kind: 'check-cv', sure: true };
  if (CHECK_IF_THERE.some((pattern) => pattern.test(asked))) return { kind: 'check-cv', sure: false };
  return null;
}

function cvSays(asked: string): Ask | null {
  if (ADVICE.test(asked)) return null;
  for (const pattern of CV_SAYS) {
    const found = pattern.exec(asked);
    if (!found) continue;
    const about = found
      .slice(1)
      .filter(Boolean)
      .join(' ')
      .replace(/^\W*(?:about|on|regarding|of|that i)\b/, '')
      .replace(/\W+$/, '')
      .trim();
    return { kind: 'cv-says', about, sure: true };
  }
  return null;
}

function due(asked: string): Ask | null {
  if (ADVICE.test(asked)) return null;
  if (DUE.some((pattern) => pattern.test(asked))) return { kind: 'due', sure: true };
  if (DUE_IF_THERE.some((pattern) => pattern.test(asked))) return { kind: 'due', sure: false };
  return null;
}

/** What is «still» open was taken up before; without the word it may be about anything. */
function open(asked: string): Ask | null {
  if (!OPEN.some((pattern) => pattern.test(asked))) return null;
  return { kind: 'open', sure: /\bstill\b/.test(asked) };
}

function applications(asked: string): Ask | null {
  if (ADVICE.test(asked) || EARLIER_TIMES.test(asked)) return null;
  const found = APPLICATIONS.find(({ pattern }) => pattern.test(asked));
  if (!found) return null;
  return {
    kind: 'applications',
    stages: stagesIn(asked),
    counts: /\bhow many\b/.test(asked),
    sure: found.sure,
  };
}

function oneApplication(question: string, asked: string): Ask | null {
  if (ADVICE.test(asked) || !ONE_APPLICATION.some((pattern) => pattern.test(asked))) return null;
  const { definite: _, ...job } = applicationWords(question);
  return job.words.length ? { kind: 'application', job, sure: false } : null;
}

/** «My Stripe application» names the job without the word. */
function applicationWords(question: string): ReturnType<typeof jobWordsOf> {
  const own = /\b(?:my|the)\s+((?:[^\s?!.,;:]+\s+){1,5}?)application\b/i.exec(question);
  const words = readWords(own?.[1] ?? '');
  return words.words.length ? { ...words, definite: true } : jobWordsOf(question);
}

/** The stages that a question names; none where it asks of all. */
function stagesIn(asked: string): Stage[] {
  return stages.filter((stage) => STAGE_WORDS[stage]?.test(asked));
}
