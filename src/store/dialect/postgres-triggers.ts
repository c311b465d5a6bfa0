/** The queue and the index follow the memory table whoever writes to it; see sqlite-triggers.ts, its twin. */
export const postgresTriggerFunctions = `
create or replace function interviewly_engine.unindex(message_row varchar) returns void language plpgsql as $body$
declare doc record;
begin
  delete from interviewly_engine.embedding_jobs where id = message_row;
  delete from interviewly_engine.documents where id = message_row returning seq, owner, length into doc;
  if not found then return; end if;
  delete from interviewly_engine.postings where owner = doc.owner and seq = doc.seq;
  update interviewly_engine.owners set documents = documents - 1, total_length = total_length - doc.length
    where key = doc.owner;
  -- These two exist only where pgvector does.
  if to_regclass('interviewly_engine.vectors') is not null then
    delete from interviewly_engine.vectors where seq = doc.seq;
    delete from interviewly_engine.vector_bits where owner = doc.owner and seq = doc.seq;
  end if;
end $body$;

create or replace function interviewly_engine.follow_memory() returns trigger language plpgsql as $body$
begin
  -- A claim moves the index of all these messages at once (memory/claim.ts).
  if tg_op = 'UPDATE' and old.user_id <> new.user_id
    and exists (select 1 from interviewly_engine.claims_running where visitor_id = old.user_id) then return null; end if;
  if tg_op <> 'INSERT' then perform interviewly_engine.unindex(old.id); end if;
  if tg_op <> 'DELETE' then
    insert into interviewly_engine.embedding_jobs (id, attempts, set_aside) values (new.id, 0, false) on conflict do nothing;
  end if;
  return null;
end $body$;

-- What a process holds of the owner is out of date.
create or replace function interviewly_engine.outdate() returns trigger language plpgsql as $body$
begin
  if tg_op = 'UPDATE' and old.user_id <> new.user_id
    and exists (select 1 from interviewly_engine.claims_running where visitor_id = old.user_id) then return null; end if;
  update interviewly_engine.owners set generation = generation + 1 where user_id = old.user_id;
  return null;
end $body$;

create or replace function interviewly_engine.forget_talk() returns trigger language plpgsql as $body$
begin
  delete from interviewly_engine.ratings where message = old.id;
  delete from interviewly_engine.summary_points
    where id in (select point from interviewly_engine.summary_sources where message = old.id);
  delete from interviewly_engine.summary_sources where message = old.id;
  delete from interviewly_engine.conversations where title_from = old.id;
  if old.conversation_id is null or exists (select 1 from user_message_embeddings
    where user_id = old.user_id and conversation_id = old.conversation_id) then return null; end if;
  delete from interviewly_engine.conversations
    where owner_id = old.user_id and conversation_id = old.conversation_id;
  delete from interviewly_engine.summaries
    where owner_id = old.user_id and conversation_id = old.conversation_id;
  return null;
end $body$;
`;

export const postgresTriggers: Record<string, string> = {
  interviewly_remembered: `create trigger interviewly_remembered after insert on user_message_embeddings
    for each row execute function interviewly_engine.follow_memory()`,
  interviewly_forgotten: `create trigger interviewly_forgotten after delete on user_message_embeddings
    for each row execute function interviewly_engine.follow_memory()`,
  interviewly_forgotten_talk: `create trigger interviewly_forgotten_talk after delete on user_message_embeddings
    for each row execute function interviewly_engine.forget_talk()`,
  interviewly_changed: `create trigger interviewly_changed
    after update of id, user_id, message_text, message_role, conversation_id, context_type, created_at
    on user_message_embeddings for each row execute function interviewly_engine.follow_memory()`,
  interviewly_outdated: `create trigger interviewly_outdated
    after delete or update of id, user_id, message_text, message_role, conversation_id, context_type, created_at
    on user_message_embeddings for each row execute function interviewly_engine.outdate()`,
};
