import { z } from 'zod';
import {
  boundedList,
  identifier,
  instant,
  opaqueCursor,
  queryInteger,
  timestamp,
} from '../../routing/schemas.ts';
import { sortKeys } from './list.ts';
import { isStage, type Stage, stages } from './stages.ts';

/** Bounds of what a person writes into an application. */
export const bounds = {
  notes: 20_000,
  note: 5_000,
  nextStep: 1_000,
  contacts: 50,
  tags: 30,
  tag: 50,
} as const;

const stage = z.enum(stages);

export function line(max: number) {
  return z.string().trim().min(1).max(max);
}

function optionalLine(max: number) {
  return z.string().trim().max(max).optional();
}

export const webAddress = z
  .string()
  .trim()
  .max(500)
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), 'must be an http or https address');

const NewContact = z.strictObject({
  name: line(200),
  role: optionalLine(200),
  email: optionalLine(255),
  phone: optionalLine(50),
  note: optionalLine(2_000),
});

export const contacts = boundedList(NewContact, { min: 0, max: bounds.contacts });
export const tags = boundedList(line(bounds.tag), { min: 0, max: bounds.tags }).transform((list) => [
  ...new Set(list),
]);

const details = {
  cv_id: identifier.nullish(),
  letter_id: identifier.nullish(),
  notes: z.string().max(bounds.notes).nullish(),
  contacts: contacts.nullish().describe('At most 50 people; replaces those there were.'),
  tags: tags.nullish().describe('At most 30; replaces those there were.'),
  next_step: line(bounds.nextStep).nullish().describe('What is to be done next.'),
  remind_at: instant.nullish(),
  applied_at: instant.nullish().describe('Not in the future.'),
  interview_at: instant.nullish(),
  source: line(100).nullish().describe('Where the job was found: LinkedIn, a friend, …'),
};

export const CreateBody = z.strictObject({
  job_id: identifier.optional().describe('One of your postings; or else `job`.'),
  job: z
    .strictObject({
      title: line(255),
      company_name: line(255),
      url: webAddress.nullish(),
      location: line(255).nullish(),
    })
    .optional()
    .describe('A job without a posting; one of yours of the same name and address is used.'),
  stage: stage.default('saved'),
  at: instant.optional().describe('Since when it is in this stage; now by default.'),
  ...details,
});

export const PatchBody = z.strictObject({
  job_id: identifier.optional().describe('Another posting of yours, which has no application.'),
  stage: stage.optional(),
  at: instant.optional().describe('When it came to this stage; now by default, not in the future.'),
  note: line(bounds.note).optional().describe('Added to the timeline.'),
  ...details,
});

const Event = z.object({
  at: timestamp,
  by: z.string().describe('person, coach, import, or original: the backend that was there before.'),
  kind: z.string().describe('created, stage, note, interview, reminder, next_step, …'),
  from: z.string().nullable().describe('A stage.'),
  to: z.string().nullable().describe('A stage.'),
  note: z.string().nullable(),
});

export const Application = z
  .object({
    id: z.string(),
    stage,
    job: z.object({
      id: z.string(),
      title: z.string(),
      company: z.string(),
      url: z.string().nullable(),
      location: z.string().nullable(),
      salary: z
        .object({
          min: z.number().nullable(),
          max: z.number().nullable(),
          currency: z.string().nullable(),
          period: z.string().nullable().describe('YEAR, MONTH, WEEK, DAY, HOUR'),
        })
        .nullable(),
    }),
    cv_id: z.string().nullable(),
    letter_id: z.string().nullable(),
    notes: z.string().nullable(),
    contacts: z.array(
      z.object({
        name: z.string(),
        role: z.string().optional(),
        email: z.string().optional(),
        phone: z.string().optional(),
        note: z.string().optional(),
      }),
    ),
    tags: z.array(z.string()),
    next_step: z.string().nullable(),
    remind_at: timestamp.nullable(),
    applied_at: timestamp.nullable(),
    interview_at: timestamp.nullable(),
    source: z.string().nullable(),
    original: z
      .object({
        cover_letter: z.string().nullable(),
        rejection_reason: z.string().nullable(),
        cv_match_score: z.number().nullable(),
        interview_score: z.number().nullable(),
        interview_completed_at: timestamp.nullable(),
      })
      .nullable()
      .describe('What another backend on this database wrote beside it.'),
    revision: z.int().describe('Raised with every change.'),
    created_at: timestamp,
    updated_at: timestamp,
    timeline: z.array(Event).describe('By time, the oldest first.'),
  })
  .meta({ id: 'Application' });

export const IdParams = z.strictObject({ id: identifier });

/** Several stages in one parameter, divided by commas. */
const stageList = z
  .string()
  .max(200)
  .transform((text, context): Stage[] => {
    const names = text.split(',').map((name) => name.trim());
    if (names.every(isStage)) return [...new Set(names)];
    context.addIssue({ code: 'custom', message: `must be of ${stages.join(', ')}, divided by commas` });
    return z.NEVER;
  });

export const ListQuery = z.strictObject({
  stage: stageList.optional().meta({ type: 'string', description: 'One or more, divided by commas.' }),
  q: z.string().max(200).optional().describe('In title, company, place, notes, tags, contacts.'),
  company: z.string().max(200).optional(),
  due: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: only what there is something to do about this week.'),
  sort: z
    .enum(sortKeys.flatMap((key) => [key, `-${key}`] as const))
    .default('-created_at')
    .describe('With - from the last to the first.'),
  cursor: opaqueCursor.optional(),
  limit: queryInteger({ min: 1, max: 200 }).default(50),
  format: z
    .enum(['json', 'csv'])
    .optional()
    .describe('csv: all that the filters let through, as a file (also by Accept: text/csv).'),
});

export const ListAnswer = z.object({
  applications: z.array(Application),
  next_cursor: z.string().nullable(),
});
