import { headLines, resumeHeader, resumeSections } from '../../../career/resume/index.ts';
import type { Cv } from '../../cv/index.ts';

export interface CvSection {
  key: string;
  title: string;
  lines: string[];
}

/** A CV as lines under headings; one that could not be read into fields is its text, under one heading. */
export function sectionsOf({ resume, text }: Cv): CvSection[] {
  const { name, label, contacts } = resumeHeader(resume);
  const head = [name, label, ...contacts].filter((line): line is string => Boolean(line));
  const sections: CvSection[] = resumeSections(resume).map(({ key, title, entries }) => ({
    key,
    title,
    lines: entries.flatMap((entry) => [...headLines(entry), ...entry.paragraphs, ...entry.bullets]),
  }));
  if (sections.length === 0) {
    const lines = text.split('\n').filter((line) => line.trim());
    return lines.length ? [{ key: 'text', title: 'Text', lines }] : [];
  }
  return head.length ? [{ key: 'basics', title: 'Head', lines: head }, ...sections] : sections;
}
