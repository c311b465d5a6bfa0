import { headLines, resumeHeader, resumeSections } from './sections.ts';
import type { Resume } from './types.ts';

/** A resume as plain text in the usual order: lines end in \n, bullets begin with «• », a blank line parts entries. */
export function resumeText(resume: Resume): string {
  const { name, label, contacts } = resumeHeader(resume);
  const head = [name, label, contacts.join(' · ')].filter(Boolean).join('\n');
  const blocks = resumeSections(resume).flatMap(({ title, entries }) => {
    const texts = entries.map((entry) =>
      [...headLines(entry), ...entry.paragraphs, ...entry.bullets.map((bullet) => `• ${bullet}`)].join('\n'),
    );
    const isList = entries.every(({ heading }) => heading === null);
    return [`${title}\n${texts.join(isList ? '\n' : '\n\n')}`];
  });
  const text = [head, ...blocks].filter(Boolean).join('\n\n');
  return text === '' ? '' : `${text}\n`;
}
