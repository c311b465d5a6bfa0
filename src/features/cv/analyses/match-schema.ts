import { z } from 'zod';
import type { AnalysedMatch } from './analyse.ts';

const span = z.object({ start: z.int(), end: z.int() });
const tally = z.object({ met: z.int(), total: z.int() });
const verdict = z.enum(['met', 'not met', 'not told']);

const Skill = z
  .looseObject({
    skill: z.string().describe('Its id in the taxonomy.'),
    name: z.string(),
    kind: z.string().describe('required, preferred, or mentioned only.'),
    cv_spans: z.array(span),
    posting_spans: z.array(span),
    via: z.string().optional().describe('The id of the CV’s skill that implies it.'),
    skill_kind: z.string().describe('language, tool, method, soft, …'),
    alternatives: z.array(z.string()).describe('Ids of all that would do, this one too.'),
    proofs: z
      .array(z.looseObject({ pointer: z.string(), as: z.string().describe('The words of the CV.') }))
      .describe('Each place of the CV that shows it; `pointer` is empty for text that no field holds.'),
  })
  .meta({ id: 'SkillMatch' });

const Demand = z.looseObject({
  verdict,
  reason: z.string().describe('For the reader.'),
  cv_spans: z.array(span),
  posting_spans: z.array(span),
});

const jobMatch = z
  .looseObject({
    listed: z.array(Skill).describe('Named in the skills section or the like.'),
    supported: z.array(Skill).describe('Shown by what the CV says of jobs, projects, studies.'),
    missing: z.array(Skill),
    required: tally,
    preferred: tally,
    totals: z
      .object({ required: tally, preferred: tally, mentioned: tally, soft: tally })
      .describe('Soft skills are counted apart: their being named proves little.'),
    years: z.array(Demand),
    degrees: z.array(Demand),
    languages: z.array(Demand),
    title: z.looseObject({
      posting: z.string().nullable(),
      cv: z.string().nullable(),
      verdict,
      cv_spans: z.array(span),
      posting_spans: z.array(span),
    }),
    keywords: z.array(z.looseObject({ term: z.string(), posting: z.int(), cv: z.int() })),
  })
  .meta({ id: 'JobMatch', description: 'How the CV answers the posting, each part counted by itself.' });

/** What src/career/match answers, with its totals at hand; fields beyond those listed are passed on as they are. */
export const JobMatchAnswer = jobMatch as unknown as z.ZodType<AnalysedMatch, AnalysedMatch>;
