import { earliest, parseDate } from '../dates.ts';
import { type CvFacts, isAcademic } from '../facts.ts';
import { brief, count, failed, notAssessed, passed } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check } from '../types.ts';

/** Words on a full page of a CV set in 10 to 11 points. */
const WORDS_A_PAGE = 550;

/** Years since the first job began; null where no job has a date. */
function yearsOfExperience({ resume, thisMonth }: CvFacts): number | null {
  const starts = (resume.work ?? []).flatMap(({ startDate }) => {
    const date = parseDate(startDate);
    return date ? [earliest(date)] : [];
  });
  return starts.length === 0 ? null : (thisMonth - Math.min(...starts)) / 12;
}

export const lengthChecks: Check[] = [
  {
    id: 'length',
    group: 'readability',
    severity: 'medium',
    title: 'The length suits the experience',
    meaning:
      'One page up to about ten years of experience and two beyond is the usual measure, two pages are normal in the UK and Europe, and a third is seldom read. Academic and medical CVs list everything and run longer.',
    source: sources.harvard,
    run(cv) {
      const { words, document, resume } = cv;
      if (words.length === 0) return notAssessed('there is no text');
      const pages = document?.pages ?? Math.ceil(words.length / WORDS_A_PAGE);
      const told = document?.pages
        ? count(pages, 'page')
        : `about ${count(pages, 'page')} (${words.length} words)`;
      if (words.length < 100) {
        return failed(
          `The CV has only ${words.length} words.`,
          'Say for each job what you did and what came of it; a full page has 300 words and more.',
        );
      }
      if (isAcademic(resume)) return passed(`${told}; academic CVs may run long.`);
      const years = yearsOfExperience(cv);
      const most = years !== null && years >= 20 ? 3 : 2;
      if (pages <= most) return passed(`The length is right: ${told}.`);
      return failed(
        `The CV has ${told}; ${most} are enough.`,
        'Cut jobs of more than 15 years ago to one line, duties that go without saying, and bullets that repeat a point.',
      );
    },
  },
  {
    id: 'dense-paragraphs',
    group: 'readability',
    severity: 'low',
    title: 'No long paragraphs under a job',
    meaning: 'A first reading takes seconds; a block of text is passed over.',
    source: sources.plainLanguage,
    run({ entries, at }) {
      if (entries.length === 0) return notAssessed('no jobs or projects were found');
      const findings = entries.flatMap(({ pointer, kind, summary }) => {
        const longest = Math.max(0, ...summary.split(/\n+/).map((part) => part.split(/\s+/).length));
        const field = kind === 'projects' ? 'description' : 'summary';
        return longest > 80 ? [at(`${pointer}/${field}`, `${longest} words: ${brief(summary)}`)] : [];
      });
      if (findings.length === 0) return passed('There are no long paragraphs.');
      return failed(
        `${count(findings.length, 'paragraph')} of more than 80 words.`,
        'Break each into two to six bullets, one point a bullet.',
        findings,
      );
    },
  },
];
