import { tool } from 'ai';
import { z } from 'zod';
import { takeTokens } from '../../../ai/index.ts';
import { type Application, stages } from '../../applications/index.ts';
import { applicationThing, sinceOf } from '../workbench/index.ts';
import { refusal, type ToolsGiven } from './given.ts';

const MOST = 20;
const MOST_EVENTS = 30;
const NOTE_TOKENS = 80;

/** Where applications stand, and what is due. */
export function applicationTools({ workbench, material }: ToolsGiven) {
  return {
    list_applications: tool({
      description: `The person's job applications, the newest first, at most ${MOST}; with how many there are in each stage.`,
      inputSchema: z.object({
        stages: z.array(z.enum(stages)).max(9).optional().describe('Only those in these stages.'),
        due: z.boolean().optional().describe('true: only those that something is due for this week.'),
        words: z.string().max(200).optional().describe('Words of title, company, place, notes or tags.'),
      }),
      async execute({ stages: wanted, due, words }) {
        const all = await workbench.allApplications();
        const { applications, next_cursor } = await workbench.applications({
          stages: wanted?.length ? wanted : undefined,
          due,
          q: words?.trim() || undefined,
          limit: MOST,
        });
        material.addThings(applications.map(applicationThing));
        return {
          total: all.length,
          by_stage: Object.fromEntries(
            stages
              .map((stage) => [stage, all.filter((one) => one.stage === stage).length] as const)
              .filter(([, n]) => n > 0),
          ),
          applications: applications.map(headOf),
          more: next_cursor !== null,
        };
      },
    }),
    due_follow_ups: tool({
      description:
        'What is due in the next seven days: interviews, reminders, offers that wait, applications without an answer. The most urgent first, with why and what to do.',
      inputSchema: z.object({}),
      async execute() {
        const items = await workbench.due();
        const shown = items.slice(0, MOST);
        material.addThings(
          shown.map(({ application_id, stage, title, company }) =>
            applicationThing({ id: application_id, stage, job: { title, company } }),
          ),
        );
        return {
          total: items.length,
          items: shown.map(({ since, ...item }) => ({ ...item, since: since.slice(0, 10) })),
        };
      },
    }),
    application_timeline: tool({
      description: 'What happened to one application, oldest first: stages, notes, dates.',
      inputSchema: z.object({
        application_id: z.string().min(1).max(100).describe('From list_applications or due_follow_ups.'),
      }),
      async execute({ application_id }) {
        const one = await workbench.application(application_id);
        if (!one) return refusal('There is no such application.');
        material.addThings([applicationThing(one)]);
        const { timeline, contacts, notes } = one;
        return {
          ...headOf(one),
          notes: notes && takeTokens(notes, 2 * NOTE_TOKENS),
          contacts: contacts.slice(0, 5).map(({ name, role }) => ({ name, role })),
          timeline: timeline.slice(-MOST_EVENTS).map(({ at, by, kind, from, to, note }) => ({
            date: at.slice(0, 10),
            by,
            kind,
            from,
            to,
            note: note && takeTokens(note, NOTE_TOKENS),
          })),
        };
      },
    }),
  };
}

function headOf(one: Application) {
  const { id, job, stage, applied_at, interview_at, remind_at, next_step } = one;
  return {
    id,
    title: job.title,
    company: job.company,
    stage,
    since: sinceOf(one).slice(0, 10),
    applied: applied_at?.slice(0, 10) ?? null,
    interview: interview_at,
    remind: remind_at?.slice(0, 10) ?? null,
    next_step: next_step && takeTokens(next_step, NOTE_TOKENS),
  };
}
