import { pointerTo, type Resume } from '../resume/index.ts';

/** A text field of a CV. */
export interface Field {
  pointer: string;
  value: string;
  /** Whether it is an entry of a list of skills, or of certificates, rather than prose about what was done. */
  isList: boolean;
}

const listLine =
  /^\s*(?:[\p{L}/&]+\s+){0,2}(?:technolog(?:y|ies)|tech stack|stack|tools?|skills?|environment|languages|software|keywords|competenc(?:y|ies)|tickets|certifications?|certificates?|licen[cs]es?|qualifications|memberships?)(?:\s+used)?\s*[:：]/iu;

/** «Technologies: Java, Kafka» among the lines of a job lists skills as a skills section does. */
export const isListLine = (line: string) => listLine.test(line);

/** Every field of the CV in which a skill can be named. */
export function fieldsOf(resume: Resume): Field[] {
  const fields: Field[] = [];
  const add = (path: (string | number)[], value: unknown, isList = false) => {
    if (typeof value !== 'string' || value.trim() === '') return;
    fields.push({ pointer: pointerTo(...path), value, isList: isList || isListLine(value) });
  };
  const addAll = (path: (string | number)[], values: unknown, isList = false) => {
    if (Array.isArray(values)) for (const [i, value] of values.entries()) add([...path, i], value, isList);
  };
  add(['basics', 'label'], resume.basics?.label);
  add(['basics', 'summary'], resume.basics?.summary);
  for (const part of ['work', 'volunteer'] as const) {
    for (const [i, entry] of (resume[part] ?? []).entries()) {
      for (const key of ['position', 'description', 'summary'] as const) {
        add([part, i, key], (entry as Record<string, unknown>)[key]);
      }
      addAll([part, i, 'highlights'], entry.highlights);
    }
  }
  for (const [i, project] of (resume.projects ?? []).entries()) {
    for (const key of ['name', 'description'] as const) add(['projects', i, key], project[key]);
    addAll(['projects', i, 'highlights'], project.highlights);
    addAll(['projects', i, 'roles'], project.roles);
    addAll(['projects', i, 'keywords'], project.keywords, true);
  }
  for (const [i, entry] of (resume.education ?? []).entries()) {
    for (const key of ['studyType', 'area'] as const) add(['education', i, key], entry[key]);
    addAll(['education', i, 'courses'], entry.courses);
  }
  for (const [i, skill] of (resume.skills ?? []).entries()) {
    add(['skills', i, 'name'], skill.name, true);
    addAll(['skills', i, 'keywords'], skill.keywords, true);
  }
  for (const [i, one] of (resume.certificates ?? []).entries())
    add(['certificates', i, 'name'], one.name, true);
  for (const [i, one] of (resume.languages ?? []).entries())
    add(['languages', i, 'language'], one.language, true);
  for (const [i, one] of (resume.awards ?? []).entries()) {
    for (const key of ['title', 'summary'] as const) add(['awards', i, key], one[key]);
  }
  for (const [i, one] of (resume.publications ?? []).entries()) {
    for (const key of ['name', 'summary'] as const) add(['publications', i, key], one[key]);
  }
  return fields;
}
