import { tool } from 'ai';
import { z } from 'zod';
import { takeTokens } from '../../../ai/index.ts';
import { failures } from '../../../career/checks/index.ts';
import { cvThing, lineAround, sectionsOf } from '../workbench/index.ts';
import { refusal, type ToolsGiven } from './given.ts';

const CV_TOKENS = 1_800;
const MOST_FAILURES = 8;

const cvId = z
  .string()
  .max(100)
  .optional()
  .describe('The id of a CV, from list_cvs; the latest where left out.');
const NO_CV = refusal('There is no such CV. The person can add one with POST /api/cv.');

/** Reading and checking CVs. */
export function cvTools({ workbench, material }: ToolsGiven) {
  return {
    list_cvs: tool({
      description: "The person's CVs, the newest first.",
      inputSchema: z.object({}),
      async execute() {
        const cvs = await workbench.cvs();
        material.addThings(cvs.slice(0, 10).map(cvThing));
        return cvs.slice(0, 10).map(({ id, filename, name, label, created_at }) => ({
          id,
          filename,
          name,
          label,
          added: created_at.slice(0, 10),
        }));
      },
    }),
    read_cv: tool({
      description: 'The text of a CV by sections; of a long one ask for the sections you need.',
      inputSchema: z.object({
        cv_id: cvId,
        sections: z
          .array(z.string().max(40))
          .max(12)
          .optional()
          .describe('basics, summary, work, education, skills, projects, certificates, languages, …'),
      }),
      async execute({ cv_id, sections }) {
        const cv = await workbench.cv(cv_id);
        if (!cv) return NO_CV;
        material.addThings([cvThing(cv)]);
        const all = sectionsOf(cv);
        const wanted = sections?.length
          ? all.filter(({ key, title }) =>
              sections.some((name) => [key, title.toLowerCase()].includes(name.toLowerCase())),
            )
          : all;
        const text = wanted.map(({ title, lines }) => `${title}\n${lines.join('\n')}`).join('\n\n');
        const shown = takeTokens(text, CV_TOKENS);
        return {
          id: cv.id,
          filename: cv.filename,
          sections: all.map(({ key }) => key),
          text: shown,
          cut_off: shown.length < text.length,
        };
      },
    }),
    check_cv: tool({
      description:
        'Checks a CV by fixed rules: whether programs can read it, and how it is written. Returns counts and the weightiest failures with what to do.',
      inputSchema: z.object({ cv_id: cvId }),
      async execute({ cv_id }) {
        const cv = await workbench.cv(cv_id);
        if (!cv) return NO_CV;
        material.addThings([cvThing(cv)]);
        const { readability, writing } = await workbench.checks(cv);
        const failed = failures(readability, writing);
        return {
          cv: cv.filename,
          readability: { passed: readability.passed, total: readability.total },
          writing: { passed: writing.passed, total: writing.total },
          failed: failed.length,
          failures: failed.slice(0, MOST_FAILURES).map(({ id, severity, message, action, spans }) => ({
            id,
            severity,
            message,
            action,
            quote: spans[0] ? lineAround(cv.text, spans[0]) : null,
          })),
        };
      },
    }),
  };
}
