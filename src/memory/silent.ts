import { type RawBuilder, sql } from 'kysely';
import { readingOf } from './indexable.ts';

/** What the index keeps of a reply of nothing but what was recalled; where its form changes, that of before belongs here too. */
const nothingRead = readingOf({ message_text: '', message_role: 'assistant', metadata_json: null });

/**
 * Whether a document is such a reply, which has no vector and is never among the results. That it holds no terms is not
 * enough: of «no, you should not» no word is indexed, so that only its vector finds it. `documents`: the table's name in the
 * statement.
 */
export const isSilent = (documents: string): RawBuilder<boolean> => {
  const column = (name: string) => sql.ref(`${documents}.${name}`);
  return sql<boolean>`(${column('role')} = 'assistant' and ${column('length')} = 0
    and coalesce(${column('reading')}, '') = ${nothingRead})`;
};
