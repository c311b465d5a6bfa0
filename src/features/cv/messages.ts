import type { NewMessage } from '../../memory/types.ts';
import type { Cv } from './cvs.ts';

/** Longest text of one message: enough for a job with its bullet points. */
const mostCharacters = 1_500;
/** A CV of a hundred entries is not remembered line by line. */
const mostMessages = 40;

/** What a CV says, as short messages of its person; each names the CV, so that a question about «my CV» finds it. */
export function cvMessages({ id, filename, resume }: Pick<Cv, 'id' | 'filename' | 'resume'>): NewMessage[] {
  const { basics, work = [], education = [], skills = [], projects = [] } = resume;
  const { languages = [], certificates = [], volunteer = [] } = resume;
  const said = [
    list([basics?.name, basics?.label, basics?.location?.city, basics?.summary], '. '),
    ...work.map(
      (job) =>
        `${list(['I worked', as(job.position), at(job.name), job.location, period(job)], ' ')}. ${prose(job)}`,
    ),
    ...volunteer.map(
      (role) =>
        `${list(['I volunteered', as(role.position), at(role.organization), period(role)], ' ')}. ${prose(role)}`,
    ),
    ...education.map(
      ({ studyType, area, institution, score, ...dates }) =>
        `my education: ${list([list([studyType, area], ' '), institution, period(dates), score], ', ')}.`,
    ),
    ...projects.map(
      (project) =>
        `my project ${list([project.name, period(project)], ' ')}. ${list([project.description, prose(project)], ' ')}`,
    ),
    named(
      'my skills are',
      skills.flatMap(({ name, keywords = [] }) => (keywords.length > 0 ? [...keywords] : [name])),
    ),
    named(
      'my languages are',
      languages.map(({ language, fluency }) => list([language, fluency && `(${fluency})`], ' ')),
    ),
    named(
      'my certificates are',
      certificates.map(({ name, issuer, date }) => list([name, issuer, date], ', ')),
    ),
  ];
  return said
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && text !== '.')
    .slice(0, mostMessages)
    .map((text) => ({
      text: cut(`My CV «${filename}» says: ${text}`),
      role: 'user',
      conversation_id: id,
      context_type: 'cv',
      metadata: { kind: 'cv', id },
    }));
}

type Maybe = string | false | null | undefined;

const list = (parts: Maybe[], separator: string) => parts.filter(Boolean).join(separator);
const as = (position: Maybe) => position && `as ${position}`;
const at = (name: Maybe) => name && `at ${name}`;

function named(what: string, values: Maybe[]): string {
  const all = list(values, ', ');
  return all === '' ? '' : `${what} ${all}.`;
}

function period({ startDate, endDate }: { startDate?: string; endDate?: string }): string {
  if (startDate) return `(${startDate} to ${endDate ?? 'present'})`;
  return endDate ? `(until ${endDate})` : '';
}

function prose({ summary, highlights = [] }: { summary?: string; highlights?: string[] }): string {
  return list([summary, ...highlights], ' ');
}

function cut(text: string): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1).toWellFormed()}…`;
}
