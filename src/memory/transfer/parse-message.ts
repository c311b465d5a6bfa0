import { z } from 'zod';
import { derivedUuid } from '../../kernel/ids.ts';
import type { Role } from '../types.ts';

/** One thing wrong with a file, said so that a person can find the place. */
export interface FileProblem {
  file: string;
  /** From 1; undefined where the file as a whole is meant. */
  line?: number;
  problem: string;
}

/** A message as the file has it; which id and conversation it gets here is decided when it is stored. */
export interface FileMessage {
  line: number;
  id: string;
  conversation?: string;
  role: Role;
  text: string;
  context_type?: string;
  metadata?: Record<string, unknown>;
  created_at?: Date;
}

export type Parsed = { message: FileMessage } | { problem: string };

const identifier = z.union([z.string(), z.number().transform(String)], { error: 'has to be text' }).nullish();

const fields = z.object({
  id: identifier,
  message_id: identifier,
  conversation: identifier,
  conversation_id: identifier,
  role: z.string({ error: 'is missing' }),
  text: z.string({ error: 'is missing' }),
  context_type: z.string().max(50, 'is longer than 50 characters').nullish(),
  metadata: z.record(z.string(), z.unknown(), { error: 'has to be an object' }).nullish(),
  created_at: z.unknown().optional(),
});

/** As the API takes them. */
const longestText = 100_000;
const deepestMetadata = 64;

const firstInstant = new Date('0001-01-01T00:00:00.000Z');
const lastInstant = new Date('9999-12-31T23:59:59.999Z');

const isoPattern = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/i;

/** An ISO time; without a zone it is UTC, as everywhere in the product's tables. Undefined where it is none. */
export function parseInstant(text: string): Date | undefined {
  if (!isoPattern.test(text)) return undefined;
  const normal = text
    .replace(' ', 'T')
    .replace(',', '.')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  const zoned = /T.*(?:Z|[+-]\d\d:\d\d)$/i.test(normal) || !normal.includes('T') ? normal : `${normal}Z`;
  const date = new Date(zoned);
  // The 31st of February is the 3rd of March to JavaScript, and a typing error to everybody else.
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  const isRealDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10));
  // Other years take more digits than four, in UTC at least: no database and no import reads them back.
  const isRealYear = date >= firstInstant && date <= lastInstant;
  return isRealYear && isRealDay ? date : undefined;
}

/**
 * Reads one record in either spelling: the evaluation sets' (`id`, `conversation`) or our export's (`message_id`,
 * `conversation_id`). An export is taken as it is, odd roles and empty texts of older programs included, because it
 * has to come back whole; files made by hand are held to what the API accepts.
 */
export function parseMessage(
  record: unknown,
  place: { line: number; ordinal: number; fileId: string; isExport: boolean },
): Parsed {
  const parsed = fields.safeParse(record);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    if (issue.path.length === 0) return { problem: 'is not a message: an object was expected' };
    return { problem: `${issue.path.join('.')} ${issue.message}` };
  }
  const { role, text, created_at, ...rest } = parsed.data;
  if (place.isExport ? !/^.{1,20}$/s.test(role) : role !== 'user' && role !== 'assistant') {
    return { problem: 'role has to be user or assistant' };
  }
  if (!place.isExport && text.trim() === '') return { problem: 'text is empty' };
  if (!place.isExport && text.length > longestText) {
    return { problem: `text is longer than ${longestText.toLocaleString('en-US')} characters` };
  }
  if (isDeeperThan(rest.metadata, deepestMetadata)) return { problem: 'metadata is nested too deeply' };
  const date = typeof created_at === 'string' ? parseInstant(created_at) : undefined;
  if (created_at !== undefined && created_at !== null && !date) {
    return { problem: 'created_at has to be a time as ISO 8601, such as 2024-05-01T09:30:00Z' };
  }
  const message: FileMessage = {
    line: place.line,
    id: storable(rest.message_id || rest.id || derivedUuid(place.fileId, `#${place.ordinal}`)),
    role: role as Role,
    text: storable(text),
  };
  const conversation = rest.conversation_id || rest.conversation;
  if (conversation) message.conversation = storable(conversation);
  if (rest.context_type) message.context_type = storable(rest.context_type);
  if (rest.metadata) message.metadata = rest.metadata;
  if (date) message.created_at = date;
  return { message };
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => isDeeperThan(child, levels - 1));
}

/** Postgres holds neither NUL nor half of a surrogate pair; both are damage of a conversion, never something said. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
