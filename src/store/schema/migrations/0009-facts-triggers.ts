/*
 * Facts follow their messages whoever writes those: a message that goes takes what was read off it along, one that is
 * changed is read again, one that changes hands takes its facts with it. What the person stated themselves hangs on no
 * message. Whatever happens to a fact, the others of its kind and key are set anew before anybody reads them.
 */

/** What a forgotten or changed message takes along. */
const forgetFacts = (prefix: string) => `
  delete from ${prefix}facts where message_row = old.id and not corrected_by_user;
  update ${prefix}facts set message_row = null, message_id = null, evidence_start = null, evidence_end = null where message_row = old.id;
  delete from ${prefix}fact_tombstones where message_row = old.id;
  delete from ${prefix}fact_jobs where id = old.id;`;

const enqueue = (prefix: string, conflict: { before: string; after: string }) =>
  `insert ${conflict.before} into ${prefix}fact_jobs (id, owner_id)
    select new.id, new.user_id where new.message_role = 'user' ${conflict.after};`;

const handOver = (prefix: string) => `
  update ${prefix}facts set owner_id = new.user_id where message_row = new.id and owner_id = old.user_id;
  update ${prefix}fact_tombstones set owner_id = new.user_id where message_row = new.id;
  update ${prefix}fact_jobs set owner_id = new.user_id where id = new.id;`;

const unsettle = (prefix: string, row: 'old' | 'new') =>
  `insert into ${prefix}facts_unsettled (owner_id, kind, key) values (${row}.owner_id, ${row}.kind, ${row}.key);`;

const READ_AGAIN = 'id, message_text, message_role, context_type, created_at';

export function factTriggers(kind: 'sqlite' | 'postgres'): string[] {
  return kind === 'sqlite' ? sqlite() : postgres();
}

function sqlite(): string[] {
  const prefix = 'interviewly_';
  const add = enqueue(prefix, { before: 'or ignore', after: '' });
  return [
    `create trigger interviewly_facts_said after insert on user_message_embeddings begin ${add} end`,
    `create trigger interviewly_facts_forgotten after delete on user_message_embeddings begin ${forgetFacts(prefix)} end`,
    `create trigger interviewly_facts_changed after update of ${READ_AGAIN} on user_message_embeddings begin ${forgetFacts(prefix)} ${add} end`,
    `create trigger interviewly_facts_handed_over after update of user_id on user_message_embeddings
      when old.user_id <> new.user_id begin ${handOver(prefix)} end`,
    `create trigger interviewly_fact_gone after delete on interviewly_facts begin ${unsettle(prefix, 'old')} end`,
    `create trigger interviewly_fact_given after update of owner_id on interviewly_facts
      when old.owner_id <> new.owner_id begin ${unsettle(prefix, 'new')} end`,
  ];
}

function postgres(): string[] {
  const prefix = 'interviewly_engine.';
  const add = enqueue(prefix, { before: '', after: 'on conflict do nothing' });
  return [
    `create or replace function interviewly_engine.facts_follow() returns trigger language plpgsql as $body$
    begin
      if tg_op = 'INSERT' then ${add} end if;
      if tg_op = 'DELETE' then ${forgetFacts(prefix)} end if;
      if tg_op = 'UPDATE' then
        if old.user_id is distinct from new.user_id then ${handOver(prefix)} end if;
        if (old.id, old.message_text, old.message_role, old.context_type, old.created_at)
          is distinct from (new.id, new.message_text, new.message_role, new.context_type, new.created_at)
        then ${forgetFacts(prefix)} ${add} end if;
      end if;
      return null;
    end $body$`,
    `create or replace function interviewly_engine.fact_moved() returns trigger language plpgsql as $body$
    begin
      if tg_op = 'DELETE' then ${unsettle(prefix, 'old')}
      elsif old.owner_id is distinct from new.owner_id then ${unsettle(prefix, 'new')} end if;
      return null;
    end $body$`,
    `create trigger interviewly_facts_follow after insert or delete on user_message_embeddings
      for each row execute function interviewly_engine.facts_follow()`,
    `create trigger interviewly_facts_changed after update of ${READ_AGAIN}, user_id on user_message_embeddings
      for each row execute function interviewly_engine.facts_follow()`,
    `create trigger interviewly_fact_moved after delete or update of owner_id on interviewly_engine.facts
      for each row execute function interviewly_engine.fact_moved()`,
  ];
}
