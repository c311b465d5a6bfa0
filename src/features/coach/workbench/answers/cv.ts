import { blockQuote } from '../../../../ai/offline/index.ts';
import { type CheckResult, failures, type GroupResult } from '../../../../career/checks/index.ts';
import { findSkills } from '../../../../career/skills/index.ts';
import { analyzeQuery } from '../../../../memory/index.ts';
import type { Cv } from '../../../cv/index.ts';
import { HOW_TO } from '../how-to.ts';
import { lineAround } from '../quote.ts';
import { sectionsOf } from '../sections.ts';
import { cvThing } from '../things.ts';
import { count, paragraphs, plain, series, type WorkbenchAnswer } from './answer.ts';

const MOST_FAILURES = 5;
const MOST_NAMED = 6;
const MOST_LINES = 6;
const MOST_OVERVIEW = 14;

export function noCv(): WorkbenchAnswer {
  return { text: `I have no CV of yours yet. ${HOW_TO.cv}`, things: [] };
}

/** «What is wrong with my CV?»: what failed, the weightiest first, with where and what to do. */
export function answerCheck(
  cv: Cv,
  { readability, writing }: { readability: GroupResult; writing: GroupResult },
): WorkbenchAnswer {
  const failed = failures(readability, writing);
  const shown = failed.slice(0, MOST_FAILURES);
  const left = failed.length - shown.length;
  return {
    text: paragraphs(
      `**What the checks of ${plain(cv.filename)} found**`,
      `Readable by programs: ${readability.passed} of ${readability.total} checks passed. Writing: ${writing.passed} of ${writing.total}.`,
      failed.length === 0 &&
        'Nothing failed. What the checks cannot tell is whether it fits a job: ask me that with the name of a saved posting.',
      ...shown.map((check, at) => fault(check, at + 1, cv)),
      left > 0 &&
        `${count(left, 'lighter check')} failed too: ${series(
          failed.slice(MOST_FAILURES, MOST_FAILURES + MOST_NAMED).map(({ title }) => `«${title}»`),
        )}. \`POST /api/cv/${cv.id}/analyses\` has all, with their places.`,
      '_Found by fixed rules. They judge form and wording, not what you have done._',
    ),
    things: [cvThing(cv)],
  };
}

function fault({ title, message, action, spans, severity }: CheckResult, at: number, cv: Cv): string {
  const quote = spans[0] ? lineAround(cv.text, spans[0]) : '';
  const head = `${at}. **${plain(message).replace(/\.$/, '')}** (${severity}; what failed: «${title}»)`;
  const todo = action ? `To do: ${action}` : null;
  return paragraphs(head, quote && blockQuote(quote), todo);
}

/** «What does my CV say about X?»: the lines that hold its words, quoted, by section. Without X, its outline. */
export function answerSays(cv: Cv, about: string): WorkbenchAnswer {
  const things = [cvThing(cv)];
  const sections = sectionsOf(cv);
  if (!about) {
    const lines = sections.flatMap(({ title, lines }) => [
      `**${title}**`,
      ...lines.slice(0, 4).map(blockQuote),
    ]);
    const text = paragraphs(`This is ${plain(cv.filename)} in outline:`, ...lines.slice(0, MOST_OVERVIEW));
    return { text, things };
  }
  const terms = analyzeQuery(about).terms.filter(({ weight }) => weight === 1);
  // «k8s» is asked for and «Kubernetes» stands there.
  const skills = new Set(findSkills(about).map(({ skill }) => skill.id));
  const found = sections
    .flatMap(({ title, key, lines }) => {
      const isAbout = terms.some(({ term }) => [title, key].some((name) => termsOf(name).has(term)));
      return lines.map((line) => {
        const held = termsOf(line);
        const share = terms.filter(({ term }) => held.has(term)).length / (terms.length || 1);
        const named = skills.size > 0 && findSkills(line).some(({ skill }) => skills.has(skill.id)) ? 1 : 0;
        return { title, line, share: Math.max(share, named, isAbout ? 0.6 : 0) };
      });
    })
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share);
  if (found.length === 0) {
    return {
      text: `Your CV (${plain(cv.filename)}) has no line with the words «${plain(about)}». I look for words: it may say it in others.`,
      things,
    };
  }
  const shown = found.filter(({ share }) => share >= 0.8 * found[0]!.share).slice(0, MOST_LINES);
  const groups = [...Map.groupBy(shown, ({ title }) => title)].map(([title, lines]) =>
    paragraphs(`${title}:`, ...lines.map(({ line }) => blockQuote(line))),
  );
  return { text: paragraphs(`In ${plain(cv.filename)}:`, ...groups), things };
}

function termsOf(text: string): Set<string> {
  return new Set(analyzeQuery(text).terms.map(({ term }) => term));
}
