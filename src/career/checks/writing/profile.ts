import { canonicalSkill } from '../../skills/index.ts';
import { type CvFacts, wordsOf } from '../facts.ts';
import { inText } from '../find.ts';
import { brief, count, failed, notAssessed, passed, quoted } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check } from '../types.ts';
import { unprofessionalEmail } from '../words/phrases.ts';

interface ListedSkill {
  name: string;
  pointer: string;
}

/** Skills as they are listed: the keywords of a group, or the name of a skill that stands alone. */
function listedSkills({ resume }: CvFacts): ListedSkill[] {
  return (resume.skills ?? []).flatMap(({ name, keywords }, i) => {
    if (keywords?.length)
      return keywords.map((keyword, k) => ({ name: keyword, pointer: `/skills/${i}/keywords/${k}` }));
    return name ? [{ name, pointer: `/skills/${i}/name` }] : [];
  });
}

/** Languages and licences to drive are not shown in bullets, and need not be. */
const isShowable = (name: string) =>
  canonicalSkill(name)?.kind !== 'spoken' && !/mother tongue|native|driving|languages?$/i.test(name);

/** The beginning that forms of a word share: «administration», «administered». */
const stem = (word: string) => word.toLowerCase().slice(0, 6);

/** A text as its words with a space on either side of each: «node.js», «c++» are words. */
const flat = (text: string) =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{N}]+[+#]*(?:\.[\p{L}\p{N}]+)*/gu) ?? []).join(' ')} `;

interface Passage {
  flat: string;
  stems: ReadonlySet<string>;
}

const passageOf = ({ text }: { text: string }): Passage => ({
  flat: flat(text),
  stems: new Set(wordsOf(text).map(stem)),
});

/** Whether prose shows a skill: by its name, by another name it is known by, or by all of its words in some form. */
function isShown(skill: string, prose: readonly Passage[]): boolean {
  const names = [skill, ...(canonicalSkill(skill)?.aliases ?? [])]
    .map(flat)
    .filter((name) => name.trim() !== '');
  const stems = wordsOf(skill)
    .filter((word) => word.length > 3 || /\p{Lu}/u.test(word))
    .map(stem);
  return prose.some(
    (passage) =>
      names.some((name) => passage.flat.includes(name)) ||
      (stems.length > 0 && stems.every((part) => passage.stems.has(part))),
  );
}

/** «Senior software engineer with nine years …» does what a line under the name would. */
function opensWithTitle({ basics, work }: CvFacts['resume']): boolean {
  const opening = wordsOf(basics?.summary ?? '')
    .slice(0, 12)
    .map(stem);
  const titles = (work ?? []).flatMap(({ position }) =>
    wordsOf(position ?? '')
      .filter((word) => word.length > 3)
      .map(stem),
  );
  return titles.some((word) => opening.includes(word));
}

export const profileChecks: Check[] = [
  {
    id: 'label',
    group: 'writing',
    severity: 'low',
    title: 'A job title stands under the name',
    meaning:
      'One line, such as «Registered Nurse, intensive care», tells readers at once whom they have before them.',
    source: null,
    run({ resume, at }) {
      const label = resume.basics?.label?.trim() ?? '';
      if (label === '' && opensWithTitle(resume)) return passed('The summary opens with what you are.');
      if (label === '') {
        return failed(
          'No job title stands under the name.',
          'Add one line under your name: what you are, or the post you apply for if it is true of you.',
          [at('/basics/label', 'no title')],
        );
      }
      if (label.split(/\s+/).length > 15) {
        return failed(
          'The line under the name is a sentence.',
          'Cut it to a title of up to ten words; the rest belongs in the summary.',
          [at('/basics/label', brief(label))],
        );
      }
      return passed(`Under the name stands «${brief(label, 80)}».`);
    },
  },
  {
    id: 'summary-present',
    group: 'writing',
    severity: 'low',
    title: 'A summary opens the CV',
    meaning:
      'Two or three lines tie the jobs below together. Those with one clear line of jobs can do without.',
    source: sources.mit,
    run({ resume, at }) {
      if (resume.basics?.summary?.trim()) return passed('There is a summary.');
      return failed(
        'There is no summary.',
        'Write two or three lines: what you do, the strongest proof of it, and what you look for.',
        [at('/basics/summary', 'no summary')],
      );
    },
  },
  {
    id: 'summary-length',
    group: 'writing',
    severity: 'low',
    title: 'The summary has 10 to 100 words',
    meaning: 'It is read first and in seconds.',
    source: sources.mit,
    run({ resume, at }) {
      const words = wordsOf(resume.basics?.summary ?? '').length;
      if (words === 0) return notAssessed('there is no summary');
      if (words >= 10 && words <= 100) return passed(`The summary has ${words} words.`);
      return failed(
        `The summary has ${words} words.`,
        words < 10
          ? 'Add the strongest proof of what you say of yourself.'
          : 'Cut it to what this employer needs to know first.',
        [at('/basics/summary', `${words} words`)],
      );
    },
  },
  {
    id: 'objective',
    group: 'writing',
    severity: 'low',
    title: 'The summary says what you bring',
    meaning: '«Seeking a challenging position» says what you want; the reader asks what you can do.',
    source: sources.mit,
    run({ resume, at, english }) {
      const summary = resume.basics?.summary?.trim() ?? '';
      if (summary === '') return notAssessed('there is no summary');
      if (!english) return notAssessed('the phrases are known in English only');
      const isObjective =
        /^(?:(?:career\s+)?objective\s*:?\s*)?(?:i\s+am\s+|currently\s+)?(?:seeking|looking for|looking to|in search of|to (?:obtain|secure|find|gain|get)|aspiring to|hoping to|i want)\b/i.test(
          summary,
        ) ||
        /\b(?:seeking|looking for|obtain|secure)\s+an?\s+(?:challenging|rewarding|responsible|suitable|growth[- ]oriented)\b/i.test(
          summary,
        );
      if (!isObjective) return passed('The summary does not open with what you want.');
      return failed(
        'The summary opens with what you want.',
        'Open with what you are and the proof; your aim can close it.',
        [at('/basics/summary', brief(summary))],
      );
    },
  },
  {
    id: 'skills-shown',
    group: 'writing',
    severity: 'medium',
    title: 'Skills that are listed are also shown',
    meaning:
      'A skill in a list is a claim; in a bullet it is proof. Not every skill needs one, the weightiest do.',
    source: null,
    run(cv) {
      const skills = listedSkills(cv).filter(({ name }) => isShowable(name));
      if (skills.length < 5) return notAssessed('fewer than five skills are listed');
      if (cv.prose.length === 0) return notAssessed('there are no sentences in which they could be shown');
      const prose = cv.prose.map(passageOf);
      const unseen = skills.filter(({ name }) => !isShown(name, prose));
      const shown = skills.length - unseen.length;
      const told = `${shown} of ${skills.length} listed skills are shown in a sentence.`;
      if (shown / skills.length >= 0.2) return passed(told);
      return failed(
        told,
        'For each skill that the posting asks for, name it in the bullet where you used it; take out what you cannot show.',
        unseen.map(({ name, pointer }) => cv.at(pointer, name)),
      );
    },
  },
  {
    id: 'skills-grouped',
    group: 'writing',
    severity: 'low',
    title: 'A long list of skills is grouped',
    meaning: 'Twenty skills in a row are not read; three groups of seven are.',
    source: null,
    run(cv) {
      const skills = listedSkills(cv);
      if (skills.length === 0) return notAssessed('no skills are listed');
      const groups = (cv.resume.skills ?? []).filter(({ keywords }) => keywords?.length);
      const largest = Math.max(
        0,
        ...groups.map(({ keywords }) => keywords!.length),
        skills.length - groups.reduce((sum, { keywords }) => sum + keywords!.length, 0),
      );
      if (largest <= 15) return passed(`${count(skills.length, 'skill')}, at most ${largest} in a row.`);
      return failed(
        `${largest} skills stand in one row.`,
        'Group them by kind, such as tools, methods and languages, the strongest first; leave out what you would not want to be asked about.',
        [cv.at('/skills', `${largest} skills in a row`)],
      );
    },
  },
  {
    id: 'email-professional',
    group: 'writing',
    severity: 'low',
    title: 'The email address is a sober one',
    meaning: 'It is among the first things that are read.',
    source: null,
    run({ resume, at }) {
      const email = resume.basics?.email ?? '';
      const [local = '', domain = ''] = email.split('@');
      if (!domain) return notAssessed('no email address was found');
      // A surname may hold any of these words; what is in the person's own name is theirs.
      const own = (resume.basics?.name ?? '')
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .filter((part) => part.length > 2);
      const rest = own.reduce((kept, part) => kept.replace(part, ''), local.toLowerCase());
      const digits = rest.replace(/\D/g, '').length;
      if (!unprofessionalEmail.test(rest) && digits <= 4) return passed('The email address is sober.');
      return failed(
        digits > 4 ? 'The email address holds many digits.' : 'The email address sounds like a private one.',
        'Use an address made of your name.',
        [at('/basics/email', email)],
      );
    },
  },
  {
    id: 'references-line',
    group: 'writing',
    severity: 'low',
    title: 'No line about references',
    meaning:
      '«References available on request» goes without saying, and names of referees belong to a later step.',
    source: sources.harvard,
    run(cv) {
      if (cv.text === '') return notAssessed('there is no text');
      const found = inText(
        cv,
        /\breferences?\b[^.\n]{0,40}\b(?:available|furnished|provided|supplied|given)\b[^.\n]{0,20}\b(?:request|demand)(?:ed)?\b|\breferences?\s+(?:up)?on\s+request\b/giu,
      ).map(({ finding }) => finding);
      if (found.length === 0) return passed('There is no line about references.');
      return failed(
        `There is a line about references: ${quoted(
          found.map(({ note }) => note),
          1,
        )}.`,
        'Take it out and use the space.',
        found,
      );
    },
  },
];
