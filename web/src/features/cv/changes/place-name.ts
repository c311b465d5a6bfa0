import { resumeModel, sectionTitles } from '../resume/model.ts';

const fields: Record<string, string> = {
  summary: 'summary',
  description: 'description',
  label: 'title under the name',
};

/** A place of a CV as one would say it: «Experience: Pilot, bullet 2»; the pointer itself where there is no such place. */
export function placeName(resume: Record<string, unknown>, pointer: string): string {
  const [, section, index, field, item] = pointer.split('/');
  if (section === 'basics') return capital(fields[index ?? ''] ?? index ?? pointer);
  const model = resumeModel(resume).sections.find(({ key }) => key === section);
  if (!model) return sectionTitles.get(section ?? '') ?? pointer;
  const entry = model.entries.find(({ pointer: at }) => at === `/${section}/${index}`);
  const name = entry && [...entry.title, ...entry.subtitle][0]?.text;
  const what =
    field === 'highlights' && item !== undefined
      ? `bullet ${Number(item) + 1}`
      : (fields[field ?? ''] ?? field);
  const parts = [name, what].filter(Boolean).join(', ');
  return parts === '' ? model.title : `${model.title}: ${parts}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
