import { readKind } from '../../../ai/offline/index.ts';
import type { WorkbenchAnswer } from './answers/answer.ts';
import { answerApplication, answerApplications } from './answers/applications.ts';
import { chooseJob, nameOfJob } from './answers/choose-job.ts';
import { answerCheck, answerSays, noCv } from './answers/cv.ts';
import { answerDue } from './answers/due.ts';
import { answerFit } from './answers/fit.ts';
import { answerLetter } from './answers/letter.ts';
import { answerPromises, promisesThisWeek, withOpenPromises, withPromises } from './answers/promises.ts';
import { type JobWords, jobWordsOf, named } from './find-job.ts';
import { type FitJob, fitJobOf } from './fit.ts';
import { HOW_TO } from './how-to.ts';
import { type Ask, continuedAsk, readAsk } from './read-ask.ts';
import { jobThing, titleOf } from './things.ts';
import type { Workbench } from './workbench.ts';

/** Kinds of talk that come before any look at the workbench. */
const OTHER_TALK = new Set([
  'crisis',
  'forget',
  'complaint',
  'identity',
  'greeting',
  'thanks',
  'farewell',
  'abilities',
  'about-you',
]);
/** From here on, what stands beside the question in a message is taken for a posting. In characters. */
const PASTED = 400;

export interface Talk {
  message: string;
  /** The conversation before it, oldest first. */
  conversation: readonly { role: 'user' | 'assistant'; text: string }[];
  signal?: AbortSignal;
}

/**
 * Answers what is asked about CVs, saved postings and applications, by rules and from what is stored. Null where the
 * message is about something else, or may be and nothing stored is about it.
 */
export async function answerFromWorkbench(workbench: Workbench, talk: Talk): Promise<WorkbenchAnswer | null> {
  const { kind, question } = readKind(talk.message);
  if (OTHER_TALK.has(kind)) return null;
  const before = askBefore(talk);
  const ask = readAsk(question) ?? (before && continuedAsk(talk.message, before));
  if (!ask) return null;
  switch (ask.kind) {
    case 'fit':
      return fit(workbench, ask, { ...talk, question });
    case 'letter':
      return letter(workbench, ask, { ...talk, question });
    case 'due': {
      const items = await workbench.due();
      const week = promisesThisWeek(await workbench.promises(), workbench.now());
      if (!ask.sure && items.length === 0) return week.length > 0 ? withPromises(null, week) : null;
      const tracked = items.length || (await workbench.applications({ limit: 500 })).applications.length;
      if (week.length > 0) return withPromises(tracked > 0 ? answerDue(items, tracked) : null, week);
      return answerDue(items, tracked);
    }
    case 'promises':
      return answerPromises(await workbench.promises());
    case 'open': {
      const promised = await workbench.promises();
      const due = await workbench.due();
      if (due.length === 0) return promised.length > 0 || ask.sure ? answerPromises(promised) : null;
      const answer = answerDue(due, due.length);
      return promised.length > 0 ? withOpenPromises(answer, promised) : answer;
    }
    case 'applications': {
      const all = await workbench.allApplications();
      return all.length || ask.sure ? answerApplications(all, ask) : null;
    }
    case 'application': {
      const found = named(await workbench.allApplications(), ask.job, ({ job }) => job);
      return found.length ? answerApplication(found, await workbench.due()) : null;
    }
    default: {
      const cv = await workbench.cv();
      if (!cv) return ask.sure ? noCv() : null;
      return ask.kind === 'check-cv'
        ? answerCheck(cv, await workbench.checks(cv))
        : answerSays(cv, ask.about);
    }
  }
}

/** What was asked last, where it was asked of the workbench. */
function askBefore({ conversation }: Talk): Ask | null {
  const last = conversation.findLast(({ role }) => role === 'user');
  return last ? readAsk(readKind(last.text).question) : null;
}

interface Asked extends Talk {
  question: string;
}

/** The words for the job, from the question, else the rest of the message, else what was asked before. */
function wordsFor(asked: JobWords, { message, conversation }: Asked): JobWords {
  const has = ({ words, nth }: JobWords) => words.length > 0 || nth !== null;
  if (has(asked)) return asked;
  const said = [
    message,
    ...conversation
      .filter(({ role }) => role === 'user')
      .slice(-3)
      .map(({ text }) => text)
      .reverse(),
  ];
  return said.map((text) => jobWordsOf(text)).find(has) ?? asked;
}

/** A posting that was pasted beside the question. */
function pastedJob({ message, question }: Asked): FitJob | null {
  const text = message.replace(question, '').trim();
  return text.length >= PASTED ? { id: null, title: null, company_name: null, text } : null;
}

async function fit(
  workbench: Workbench,
  ask: Ask & { kind: 'fit' },
  asked: Asked,
): Promise<WorkbenchAnswer | null> {
  const cv = await workbench.cv();
  const pasted = pastedJob(asked);
  if (pasted) return cv ? answerFit(cv, pasted, await workbench.fit(cv, pasted)) : noCv();
  const jobs = await workbench.jobs();
  const words = wordsFor(ask.job, asked);
  if (!ask.sure && named(jobs, words, nameOfJob).length === 0) return null;
  const chosen = chooseJob(jobs, words);
  if (!cv) {
    const about =
      'job' in chosen
        ? `The posting is there: ${titleOf(chosen.job.title, chosen.job.company_name)}.`
        : chosen.answer.text;
    return {
      text: `${noCv().text}\n\n${about}`,
      things: 'job' in chosen ? [jobThing(chosen.job)] : chosen.answer.things,
    };
  }
  if ('answer' in chosen) return chosen.answer;
  const job = fitJobOf(chosen.job);
  if (job) return answerFit(cv, job, await workbench.fit(cv, job));
  const title = titleOf(chosen.job.title, chosen.job.company_name);
  return {
    text: `I know ${title} by its name alone: there is no text of the posting to hold your CV against. Paste it here after your question, or store it with \`PATCH /api/jobs/${chosen.job.id}\`. ${HOW_TO.job}`,
    things: [jobThing(chosen.job)],
  };
}

async function letter(
  workbench: Workbench,
  ask: Ask & { kind: 'letter' },
  asked: Asked,
): Promise<WorkbenchAnswer | null> {
  const jobs = await workbench.jobs();
  const words = wordsFor(ask.job, asked);
  if (!ask.sure && (jobs.length === 0 || named(jobs, words, nameOfJob).length === 0)) return null;
  const chosen = chooseJob(jobs, words);
  if ('answer' in chosen) return chosen.answer;
  const cv = await workbench.cv();
  return cv ? await answerLetter(workbench, cv, chosen.job, asked.signal) : noCv();
}
