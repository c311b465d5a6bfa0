import { isAcademic } from '../facts.ts';
import { failed, notAssessed, passed, quoted } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check, Finding } from '../types.ts';
import { isStandardHeading, looksLikeHeading, opensKnownSection } from '../words/headings.ts';

export const sectionChecks: Check[] = [
  {
    id: 'section-names',
    group: 'readability',
    severity: 'medium',
    title: 'Sections have names that programs know',
    meaning:
      'Programs sort what they read by its heading. «Experience» is known everywhere; «My journey» is guesswork.',
    source: sources.mit,
    run({ lines, english, text }) {
      if (!english) return notAssessed('the names of sections are known in English only');
      if (text.trim() === '') return notAssessed('there is no text');
      const headings = lines.filter(({ text: line }, i) => looksLikeHeading(line, lines[i - 1]?.text, i));
      const odd = headings.filter(({ text: line }) => opensKnownSection(line) && !isStandardHeading(line));
      const known = lines.filter(({ text: line }) => isStandardHeading(line));
      const findings: Finding[] = odd.map(({ text: line, span }) => ({
        pointer: null,
        spans: [span],
        note: line.trim(),
      }));
      const action = 'Use the plain names: Summary, Experience, Education, Skills, Projects, Certifications.';
      if (known.length === 0) return failed('No section with a usual name was found.', action, findings);
      if (odd.length === 0) return passed(`${known.length} sections have usual names.`);
      return failed(
        `Some sections have unusual names: ${quoted(findings.map(({ note }) => note))}.`,
        action,
        findings,
      );
    },
  },
  {
    id: 'sections-present',
    group: 'readability',
    severity: 'high',
    title: 'Experience and education are there',
    meaning: 'These two are what people and programs look for first.',
    source: sources.harvard,
    run({ resume, entries, at }) {
      const missing: Finding[] = [];
      if (entries.length === 0) missing.push(at('/work', 'experience (paid, voluntary or projects)'));
      if (!resume.education?.length && !resume.certificates?.length)
        missing.push(at('/education', 'education or certificates'));
      if (missing.length === 0) return passed('Experience and education were found.');
      const names = missing.map(({ note }) => note).join('; ');
      return failed(
        `Not found: ${names}.`,
        'Add each missing section under its plain name; if it is there, give it a heading on a line of its own.',
        missing,
      );
    },
  },
  {
    id: 'skills-present',
    group: 'readability',
    severity: 'medium',
    title: 'Skills have a section of their own',
    meaning: 'Searches among CVs go by skills, and a section is where programs find them.',
    source: sources.hiddenWorkers,
    run({ resume, at }) {
      if (resume.skills?.length) return passed('Skills were found.');
      if (isAcademic(resume)) return notAssessed('academic CVs seldom have one');
      return failed(
        'No section of skills was found.',
        'Add a section «Skills» with what the posting asks for and you can show: methods, tools, systems, licences.',
        [at('/skills', 'no skills')],
      );
    },
  },
  {
    id: 'entries-complete',
    group: 'readability',
    severity: 'medium',
    title: 'Every job has a title and an employer',
    meaning: 'A job without one of them cannot be matched to what a posting asks for.',
    source: null,
    run({ resume, at }) {
      const work = resume.work ?? [];
      if (work.length === 0) return notAssessed('no jobs were found');
      const findings = work.flatMap(({ name, position }, i) => [
        ...(position?.trim() ? [] : [at(`/work/${i}/position`, `no job title${name ? ` at ${name}` : ''}`)]),
        ...(name?.trim() ? [] : [at(`/work/${i}/name`, `no employer${position ? ` for ${position}` : ''}`)]),
      ]);
      if (findings.length === 0) return passed('Every job has a title and an employer.');
      return failed(
        `In ${findings.length} ${findings.length === 1 ? 'place' : 'places'} a title or an employer was not found.`,
        'Give every job its title and its employer, always in the same order and on the same lines.',
        findings,
      );
    },
  },
];
