import { blockQuote } from '../../../../ai/offline/index.ts';
import type { Cv } from '../../../cv/index.ts';
import type { Fit, FitDemand, FitJob, FitSkill } from '../fit.ts';
import { cvThing, jobThing, titleOf } from '../things.ts';
import { paragraphs, plain, series, type WorkbenchAnswer } from './answer.ts';

const MOST_QUOTED = 4;
const MOST_MISSING = 6;
const MOST_NAMED = 15;

const kindOf = { required: 'required', preferred: 'preferred', mentioned: 'named among the tasks' } as const;
const rank = { required: 0, preferred: 1, mentioned: 2 } as const;
const weighed = (skills: readonly FitSkill[]) => skills.toSorted((a, b) => rank[a.kind] - rank[b.kind]);
const names = (skills: readonly FitSkill[]) => [...new Set(skills.map(({ name }) => name))];

/** «How does my CV fit this job?»: counts, what shows each skill, what is missing, and what to do. */
export function answerFit(cv: Cv, job: FitJob, fit: Fit): WorkbenchAnswer {
  const title = plain(titleOf(job.title, job.company_name));
  const things = [cvThing(cv), ...(job.id === null ? [] : [jobThing({ ...job, id: job.id })])];
  const text = paragraphs(
    `**How ${plain(cv.filename)} fits ${job.id === null ? 'the posting you pasted' : title}**`,
    totals(fit),
    fit.listed.length > 0 && `**Listed in your CV:** ${shortList(names(weighed(fit.listed)))}.`,
    supported(fit),
    missing(fit),
    demands('Years', fit.years),
    demands('Degree', fit.degrees),
    demands('Languages', fit.languages),
    `**Next steps**\n\n${steps(fit)
      .map((step, at) => `${at + 1}. ${step}`)
      .join('\n')}`,
    '_Matched by rules: each skill counts by the words that show it. How good somebody is at it, no count says._',
  );
  return { text, things };
}

function totals({ required, preferred, stated }: Fit): string {
  const part = (name: string, { met, total }: Fit['required']) =>
    total === 0 ? `${name}: the posting names none` : `${name}: ${met} of ${total} met`;
  const basis = stated
    ? ''
    : ' The posting has no list of requirements; these are the skills that its tasks name.';
  return `${part('Required skills', required)}. ${part('Preferred skills', preferred)}.${basis}`;
}

function supported({ supported: skills }: Fit): string | null {
  if (skills.length === 0) return null;
  const ordered = weighed(skills);
  // One line can show several skills: it is quoted once.
  const byLine = Map.groupBy(
    ordered.filter(({ cv_quote, via }) => cv_quote && !via),
    ({ cv_quote }) => cv_quote!,
  );
  const quoted = [...byLine].slice(0, MOST_QUOTED);
  const shown = new Set(quoted.flatMap(([, list]) => list));
  const others = names(ordered.filter((skill) => !shown.has(skill)));
  return paragraphs(
    '**Shown by what you did, but not in your list of skills:**',
    ...quoted.map(
      ([line, list]) =>
        `${series(list.map(({ name, kind }) => `${name} (${kindOf[kind]})`))}:\n\n${blockQuote(line)}`,
    ),
    others.length > 0 && `Also: ${shortList(others)}.`,
  );
}

function missing({ missing: skills }: Fit): string {
  if (skills.length === 0) return '**Missing:** no skill that the posting names.';
  const ordered = weighed(skills);
  const shown = ordered.slice(0, MOST_MISSING);
  return paragraphs(
    '**Not found in your CV:**',
    ...shown.map(
      ({ name, kind, posting_quote }) =>
        `${name} (${kindOf[kind]})${posting_quote ? `. The posting says:\n\n${blockQuote(posting_quote)}` : ''}`,
    ),
    ordered.length > shown.length && `And: ${shortList(names(ordered.slice(MOST_MISSING)))}.`,
  );
}

function demands(name: string, list: readonly FitDemand[]): string | null {
  if (list.length === 0) return null;
  const lines = list.map(
    ({ verdict, reason, posting_quote }) =>
      `${name}: **${verdict}**. ${plain(reason)}${posting_quote ? `\n\n${blockQuote(posting_quote)}` : ''}`,
  );
  return lines.join('\n\n');
}

/** Two or three, by what weighs most. Nothing is to be claimed that is not so. */
function steps({ supported: shown, missing: gaps, years, degrees, languages }: Fit): string[] {
  const wanted = weighed(gaps).filter(({ kind }) => kind === 'required');
  const gap = names(wanted.length ? wanted : gaps).slice(0, 3);
  // Fields and traits are what the work is about; a list of skills names what one works with.
  const listable = shown.filter(
    ({ via, skill_kind }) => !via && skill_kind !== 'domain' && skill_kind !== 'soft',
  );
  const unlisted = names(weighed(listable)).slice(0, 4);
  const found: string[] = [];
  if (gap.length > 0)
    found.push(
      `Have you worked with ${series(gap)}? Then add the line that shows it, with what came of it. If not, leave it out, and be ready to say how you would learn it.`,
    );
  if (unlisted.length > 0)
    found.push(
      `Add ${series(unlisted)} to your list of skills: your work shows it, and the posting asks for it.`,
    );
  const untold = [...years, ...degrees, ...languages].filter(({ verdict }) => verdict === 'not told');
  const unmet = [...years, ...degrees, ...languages].filter(({ verdict }) => verdict === 'not met');
  if (untold.length > 0)
    found.push(
      'Your CV does not say enough about years, degree or languages to tell: write down what you have.',
    );
  else if (unmet.length > 0)
    found.push(
      'Where a demand for years, a degree or a language is not met, name the nearest thing you have first.',
    );
  found.push(
    'Put the two or three results nearest to what the posting asks for at the top of your last job.',
  );
  if (found.length < 3) found.push('Ask me «what is wrong with my CV?» before you send it.');
  return found.slice(0, 3);
}

function shortList(words: readonly string[]): string {
  const shown = words.slice(0, MOST_NAMED);
  const left = words.length - shown.length;
  return left > 0 ? `${shown.join(', ')} and ${left} more` : series(shown);
}
