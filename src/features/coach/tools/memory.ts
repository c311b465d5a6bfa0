import { tool } from 'ai';
import { z } from 'zod';
import { takeTokens } from '../../../ai/index.ts';
import { dayAt, instantOf } from '../../../kernel/clock.ts';
import { toldText } from '../../../memory/index.ts';
import { searchPlaybook } from '../../../playbook/index.ts';
import { withCorrections } from '../corrections.ts';
import type { ToolsGiven } from './given.ts';

const MEMORIES = 8;
const MEMORY_TOKENS = 250;
const PIECES = 3;

const day = z.string().max(40).optional();

/** Looking into the past and into the playbook. */
export function memoryTools({ memory, question, material }: ToolsGiven) {
  return {
    search_memory: tool({
      description:
        'Searches everything this person and you said in earlier conversations. Returns dated quotes, best first.',
      inputSchema: z.object({
        query: z.string().min(1).max(1_000).describe('What to look for, in plain words.'),
        since: day.describe('Only what was said on or after this day, YYYY-MM-DD.'),
        until: day.describe('Only what was said on or before this day, YYYY-MM-DD.'),
      }),
      async execute({ query, since, until }, { abortSignal }) {
        const { utcOffset } = question;
        const filters = { since: dayFrom(since, utcOffset), until: endOf(until, utcOffset) };
        const { results } = await memory.recall(question.user, {
          query,
          k: MEMORIES,
          filters,
          exclude: [question.kept.id],
          utc_offset: utcOffset,
          signal: abortSignal,
        });
        // A reply that only read out what was said is no news to whoever looks for that.
        const telling = results.filter((message) => toldText(message) !== '');
        const found = await withCorrections(memory, question, telling);
        material.addMemories(found.flatMap(({ original, by }) => [original, ...by]));
        return found.map(({ message }) => ({
          date: dayAt(message.created_at, utcOffset),
          said_by: message.role === 'user' ? 'the person' : 'you',
          quote: takeTokens(toldText(message), MEMORY_TOKENS),
        }));
      },
    }),
    search_playbook: tool({
      description:
        'Searches the career playbook: short written pieces of advice, each with an id to cite it by.',
      inputSchema: z.object({
        query: z.string().min(1).max(1_000).describe('The question advice is needed on.'),
      }),
      execute({ query }) {
        const pieces = searchPlaybook(query, PIECES).map((hit) => hit.piece);
        material.addPieces(pieces);
        return pieces.map(({ id, title, body }) => ({ id, title, body }));
      },
    }),
  };
}

/** A day, with its midnight or without. */
const DAY = /^(\d{4}-\d\d-\d\d)(?:T00:00(?::00(?:\.0+)?)?Z?)?$/;

/** A day begins where the person is. */
function dayFrom(text: string | undefined, utcOffset: number | undefined): Date | undefined {
  const day = text && DAY.exec(text)?.[1];
  const time = text ? Date.parse(day ?? text) : Number.NaN;
  if (Number.isNaN(time)) return undefined;
  return day ? instantOf(new Date(time), utcOffset) : new Date(time);
}

/** «Until a day» means until its end, where no time of day was named. */
function endOf(text: string | undefined, utcOffset: number | undefined): Date | undefined {
  const date = dayFrom(text, utcOffset);
  return date && DAY.test(text!) ? new Date(date.getTime() + 86_399_999) : date;
}
