import { z } from 'zod';

const text = z.string().nullable();
const date = z
  .string()
  .nullable()
  .describe('YYYY, YYYY-MM or YYYY-MM-DD, as exactly as the CV says; else null.');
const texts = z.array(z.string());

/**
 * What the model is asked for: the parts of JSON Resume that CVs hold. Every field is there and null where the CV does not
 * say it, as providers want schemas that they enforce.
 */
export const ExtractedResume = z.object({
  basics: z.object({
    name: text,
    label: text.describe('The job title under the name.'),
    email: text,
    phone: text,
    url: text,
    summary: text,
    location: z.object({ address: text, postalCode: text, city: text, region: text }),
    profiles: z.array(z.object({ network: text, username: text, url: text })),
  }),
  work: z.array(
    z.object({
      name: text.describe('The employer.'),
      position: text,
      location: text,
      url: text,
      startDate: date,
      endDate: date.describe('Null where it goes on.'),
      summary: text,
      highlights: texts.describe('Each bullet point, word for word.'),
    }),
  ),
  education: z.array(
    z.object({
      institution: text,
      area: text.describe('The subject.'),
      studyType: text.describe('The degree.'),
      startDate: date,
      endDate: date,
      score: text,
      courses: texts,
    }),
  ),
  skills: z.array(z.object({ name: text.describe('The group, as the CV calls it.'), keywords: texts })),
  languages: z.array(z.object({ language: text, fluency: text })),
  projects: z.array(
    z.object({ name: text, description: text, url: text, startDate: date, endDate: date, highlights: texts }),
  ),
  certificates: z.array(z.object({ name: text, issuer: text, date })),
  awards: z.array(z.object({ title: text, awarder: text, date, summary: text })),
  publications: z.array(z.object({ name: text, publisher: text, releaseDate: date, url: text })),
  volunteer: z.array(
    z.object({
      organization: text,
      position: text,
      startDate: date,
      endDate: date,
      summary: text,
      highlights: texts,
    }),
  ),
});
