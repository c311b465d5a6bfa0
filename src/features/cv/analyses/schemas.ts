import { z } from 'zod';
import {
  identifier,
  limits,
  messageText,
  opaqueCursor,
  queryInteger,
  timestamp,
} from '../../../routing/schemas.ts';
import { JobMatchAnswer } from './match-schema.ts';

export const CvParams = z.strictObject({ id: identifier.describe('The CV’s id.') });

export const AnalysisParams = z.strictObject({
  id: identifier.describe('The CV’s id.'),
  aid: identifier.describe('The analysis’ id.'),
});

export const AnalyseBody = z
  .strictObject({
    job_id: identifier.optional().describe('A saved posting to hold the CV against.'),
    job_text: messageText
      .max(limits.textCharacters / 2)
      .optional()
      .describe('Or the text of one, at most 50,000 characters.'),
    target_title: z.string().trim().min(1).max(255).optional().describe('The job title that is aimed at.'),
    target_seniority: z.string().trim().min(1).max(20).optional().describe('junior, mid, senior, …'),
  })
  .nullish()
  .transform((body) => body ?? {});

export const ListQuery = z.strictObject({
  cursor: opaqueCursor.optional(),
  limit: queryInteger({ min: 1, max: 100 }).default(20),
});

const span = z
  .object({ start: z.int(), end: z.int() })
  .meta({ description: 'Into the CV’s text, in UTF-16 units.' });
const severity = z
  .enum(['high', 'medium', 'low'])
  .describe('high: a CV may fail for this alone; low: a polish.');
const pointer = z
  .string()
  .nullable()
  .describe('JSON pointer into the JSON Resume; null: the text or the file.');

const Check = z
  .object({
    id: z.string().describe('Stable; docs/cv-checks.md lists them all.'),
    severity,
    title: z.string(),
    passed: z.boolean().nullable().describe('Null: not assessed, `message` says why.'),
    message: z.string(),
    action: z.string().nullable().describe('What to do; null unless it failed.'),
    pointer,
    spans: z.array(span).describe('Of all findings.'),
    findings: z.array(z.object({ pointer, spans: z.array(span), note: z.string() })).describe('At most 50.'),
    meaning: z.string().describe('Why it matters.'),
    source: z.string().nullable().describe('The work that the rule rests on; null: common practice.'),
  })
  .meta({ id: 'CvCheck' });

const counted = {
  passed: z.int(),
  total: z.int().describe('Of what was assessed.'),
};

const failure = z.object({ run: z.int(), code: z.string(), message: z.string() });
const score = z.number().min(1).max(5);

const Judgements = z.union([
  z.object({
    method: z.string(),
    rubric_version: z.string(),
    engine: z.string(),
    runs: z.int().describe('How often the model was asked.'),
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        question: z.string(),
        min: score,
        median: score,
        max: score,
        scores: z.array(z.int()).describe('Of each run that brought evidence.'),
        anchor: z.string().describe('What a CV of this median shows.'),
        evidence: z.array(z.object({ quote: z.string(), span })).describe('Passages that stand in the CV.'),
      }),
    ),
    dropped: z
      .array(z.object({ id: z.string(), run: z.int().nullable(), reason: z.string() }))
      .describe('Answers that were refused (run), and criteria left without a judgement (run null).'),
    failures: z.array(failure),
  }),
  z.object({
    not_assessed: z.string().describe('Why there are none.'),
    engine: z.string().optional(),
    failures: z.array(failure).optional(),
  }),
]);

const Job = z.object({
  id: z.string().nullable().describe('Null where its text was pasted.'),
  title: z.string().nullable(),
  company_name: z.string().nullable(),
  text: z.string().describe('What `posting_spans` point into.'),
});

const about = {
  id: z.string(),
  cv_id: z.string(),
  engine: z
    .string()
    .describe('What made the judgements: a model, or offline. Checks and match are made by rules.'),
  rubric_version: z.string(),
  created_at: timestamp,
  target_title: z.string().nullable(),
  target_seniority: z.string().nullable(),
};

export const AnalysisAnswer = z
  .object({
    ...about,
    job: Job.nullable(),
    readability: z.object({ ...counted, checks: z.array(Check) }),
    job_match: JobMatchAnswer.nullable().describe('Null where no posting was given.'),
    writing: z.object({ ...counted, checks: z.array(Check), judgements: Judgements }),
  })
  .meta({
    id: 'CvAnalysis',
    description: 'Three results that stand apart; there is no number over all of them.',
  });

export const OriginalAnswer = z
  .object({
    id: z.string(),
    cv_id: z.string(),
    engine: z.null(),
    rubric_version: z.null(),
    created_at: timestamp,
    original: z
      .looseObject({
        overall_score: z.int().nullable(),
        ats_score: z.int().nullable(),
      })
      .describe('The fields of the program that made it, as it left them.'),
  })
  .meta({
    id: 'OriginalCvAnalysis',
    description: 'An analysis that an earlier program made; shown, not computed again.',
  });

const tally = z.object({ met: z.int(), total: z.int() });

const Summary = z
  .object({
    ...about,
    job: Job.omit({ text: true }).nullable(),
    readability: z.object(counted),
    writing: z.object(counted),
    job_match: z.object({ required: tally, preferred: tally }).nullable(),
  })
  .meta({ id: 'CvAnalysisSummary' });

export const ListAnswer = z.object({
  analyses: z.array(z.union([OriginalAnswer, Summary])).describe('Newest first, without the single checks.'),
  next_cursor: z.string().nullable(),
});
