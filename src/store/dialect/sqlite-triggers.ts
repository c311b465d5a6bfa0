/*
 * The queue and the index follow the memory table whoever writes to it: another backend beside ours, a person with a
 * SQL prompt, a cascade. Our own verbs rely on the same triggers, so there is one mechanism. (Postgres' twin is in
 * postgres-triggers.ts.)
 */

const enqueue = `insert or ignore into interviewly_embedding_jobs (id, attempts, set_aside) values (new.id, 0, false);`;

const unindex = `
  delete from interviewly_embedding_jobs where id = old.id;
  delete from interviewly_vectors where seq = (select seq from interviewly_documents where id = old.id);
  delete from interviewly_vector_bits
    where owner = (select owner from interviewly_documents where id = old.id)
      and seq = (select seq from interviewly_documents where id = old.id);
  delete from interviewly_postings
    where owner = (select owner from interviewly_documents where id = old.id)
      and seq = (select seq from interviewly_documents where id = old.id);
  update interviewly_owners set documents = documents - 1,
      total_length = total_length - (select length from interviewly_documents where id = old.id)
    where key = (select owner from interviewly_documents where id = old.id);
  delete from interviewly_documents where id = old.id;`;

/** What hangs on a message beside the index: its rating, what was said of it in summaries, the name of an empty conversation. */
const unhang = `
  delete from interviewly_ratings where message = old.id;
  delete from interviewly_summary_points
    where id in (select point from interviewly_summary_sources where message = old.id);
  delete from interviewly_summary_sources where message = old.id;
  delete from interviewly_conversations where title_from = old.id;
  delete from interviewly_conversations
    where owner_id = old.user_id and conversation_id = old.conversation_id and not exists (select 1
      from user_message_embeddings where user_id = old.user_id and conversation_id = old.conversation_id);
  delete from interviewly_summaries
    where owner_id = old.user_id and conversation_id = old.conversation_id and not exists (select 1
      from user_message_embeddings where user_id = old.user_id and conversation_id = old.conversation_id);`;

/** What a process holds of the owner is out of date. */
const outdate = `update interviewly_owners set generation = generation + 1 where user_id = old.user_id;`;

/** A claim moves the index of all these messages at once (memory/claim.ts). */
const beingClaimed = `(old.user_id <> new.user_id
  and exists (select 1 from interviewly_claims_running where visitor_id = old.user_id))`;

export const sqliteTriggers: Record<string, string> = {
  interviewly_remembered: `create trigger interviewly_remembered after insert on user_message_embeddings
    begin ${enqueue} end`,
  interviewly_forgotten: `create trigger interviewly_forgotten after delete on user_message_embeddings
    begin ${unindex} end`,
  interviewly_forgotten_talk: `create trigger interviewly_forgotten_talk after delete on user_message_embeddings
    begin ${unhang} end`,
  interviewly_changed: `create trigger interviewly_changed
    after update of id, user_id, message_text, message_role, conversation_id, context_type, created_at
    on user_message_embeddings when not ${beingClaimed} begin ${unindex} ${enqueue} end`,
  interviewly_outdated: `create trigger interviewly_outdated after delete on user_message_embeddings
    begin ${outdate} end`,
  interviewly_outdated_by_change: `create trigger interviewly_outdated_by_change
    after update of id, user_id, message_text, message_role, conversation_id, context_type, created_at
    on user_message_embeddings when not ${beingClaimed} begin ${outdate} end`,
};
