import { tool } from 'ai';
import { z } from 'zod';
import { stages } from '../../applications/index.ts';
import { applicationThing, jobThing } from '../workbench/index.ts';
import { confirms, namesStage, partOf } from './asked-for.ts';
import { orRefusal, refusal, type ToolsGiven } from './given.ts';

/** In one answer; «all of them» of a long search is better done where all of them can be seen. */
const MOST_MOVES = 10;
const LEAST_POSTING = 80;

/** What changes something. Each looks by itself whether the person asked for it in the message that is answered. */
export function changeTools({ workbench, question, material }: ToolsGiven) {
  let moves = 0;
  return {
    move_application: tool({
      description:
        'Moves an application to another stage. Only where the person asks for it, or tells that it happened, in the message you answer; it is refused otherwise.',
      inputSchema: z.object({
        application_id: z.string().min(1).max(100).describe('From list_applications.'),
        stage: z.enum(stages),
        note: z.string().min(1).max(500).optional().describe('What they said about it, in their own words.'),
      }),
      execute: ({ application_id, stage, note }) =>
        orRefusal(async () => {
          const { message, conversation } = question;
          const proposed = conversation.findLast(({ role }) => role === 'assistant')?.text ?? '';
          const agreed = confirms(message) && namesStage(proposed, stage);
          if (!agreed && !namesStage(message, stage))
            return refusal(`The message does not say that it is to be moved to ${stage}. Ask first.`);
          if (moves >= MOST_MOVES) return refusal('That is enough for one message.');
          const before = await workbench.application(application_id);
          if (!before) return refusal('There is no such application.');
          moves++;
          const isTheirs = note !== undefined && partOf(message, note, note) !== null;
          const after = await workbench.move(application_id, { stage, ...(isTheirs && { note }) });
          material.addThings([applicationThing(after)]);
          const { title, company } = after.job;
          return { moved: after.stage !== before.stage, title, company, from: before.stage, to: after.stage };
        }),
    }),
    save_job: tool({
      description:
        'Saves a job posting that the person pasted into this conversation, as they pasted it. Only where they ask to save it.',
      inputSchema: z.object({
        first_words: z
          .string()
          .min(3)
          .max(200)
          .describe('The first three to eight words of the posting, literally.'),
        last_words: z
          .string()
          .min(3)
          .max(200)
          .describe('The last three to eight words of the posting, literally.'),
        title: z.string().max(255).optional().describe('As the posting or the person says it.'),
        company_name: z.string().max(255).optional().describe('As the posting or the person says it.'),
      }),
      execute: ({ first_words, last_words, title, company_name }, { abortSignal }) =>
        orRefusal(async () => {
          const earlier = question.conversation.filter(({ role }) => role === 'user').map(({ text }) => text);
          const texts = [question.message, ...earlier.reverse()];
          const text = texts.map((one) => partOf(one, first_words, last_words)).find((part) => part !== null);
          if (!text || text.length < LEAST_POSTING)
            return refusal('No posting with these first and last words was pasted here.');
          const said = (words: string | undefined) =>
            words && texts.some((one) => partOf(one, words, words)) ? words : undefined;
          const { job, created } = await workbench.save(
            { text, title: said(title), company_name: said(company_name) },
            abortSignal,
          );
          material.addThings([jobThing(job)]);
          return {
            saved: created,
            already_there: !created,
            id: job.id,
            title: job.title,
            company: job.company_name,
          };
        }),
    }),
  };
}
