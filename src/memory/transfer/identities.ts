import { derivedUuid } from '../../kernel/ids.ts';
import type { Store } from '../../store/index.ts';
import type { NewMessage } from '../types.ts';
import type { FileMessage } from './parse-message.ts';

/** Whose ids a file's ids are. */
export interface Origin {
  fileId: string;
  isExport: boolean;
  user: string;
}

/** The columns are 36 characters wide. */
const maxIdLength = 36;

/** The message_id that a file's own id becomes where nothing else has it. */
export function ownMessageId(fileId: string, id: string): string {
  return id.length <= maxIdLength ? id : derivedUuid(fileId, id);
}

function conversationIds({ fileId }: Origin, id: string): { own: string; derived: string } {
  const derived = derivedUuid(fileId, id);
  return { own: id.length <= maxIdLength ? id : derived, derived };
}

/** In this order; the last is made of all that a message is, so nothing but itself can have taken it. */
function candidates({ fileId }: Origin, message: FileMessage): string[] {
  const { id, text, role, conversation = '' } = message;
  const content = [text, role, conversation, message.created_at?.toISOString() ?? ''];
  return [ownMessageId(fileId, id), derivedUuid(fileId, id), derivedUuid(fileId, id, ...content)];
}

interface Known {
  message_id: string;
  text: string;
  role: string;
  conversation_id: string | null;
  created_at: Date | undefined;
  source: unknown;
}

/**
 * Gives each message of a batch the ids it is stored under. Files count from 0 and call their conversations «s1», so
 * two files of one user share ids without sharing messages: an id that means something else already is replaced by
 * one derived from the file. The same file gives the same ids however often it comes, so a second run adds nothing.
 */
export class Identities {
  readonly #store: Store;
  readonly #origin: Origin;
  /** Which conversation of ours a conversation of the file is; decided once a run. */
  readonly #conversations = new Map<string, string>();

  constructor(store: Store, origin: Origin) {
    this.#store = store;
    this.#origin = origin;
  }

  /** What has to be stored of this batch; what is left out is there already. */
  async resolve(
    batch: FileMessage[],
  ): Promise<{ fresh: { message: NewMessage; line: number }[]; known: number }> {
    const known = await this.#known(batch);
    const placed = batch.map((message) => this.#place(message, known));
    await this.#decideConversations(placed);
    const fresh = placed.flatMap(({ message, id, twin }) =>
      twin ? [] : [{ line: message.line, message: this.#toNew(message, id) }],
    );
    return { fresh, known: batch.length - fresh.length };
  }

  #place(message: FileMessage, known: Map<string, Known[]>) {
    for (const id of candidates(this.#origin, message)) {
      const taken = known.get(id) ?? [];
      const twin = taken.find((other) => this.#isSame(message, other));
      if (twin) return { message, id, twin };
      if (taken.length > 0) continue;
      known.set(id, [this.#asKnown(message, id)]);
      return { message, id, twin: undefined };
    }
    const id = candidates(this.#origin, message)[2]!;
    return { message, id, twin: known.get(id)![0]! };
  }

  /** Earlier messages of this run are known like those in the database: a file may use one id twice. */
  #asKnown(message: FileMessage, message_id: string): Known {
    const { text, role, created_at, conversation } = message;
    const conversation_id =
      conversation === undefined ? null : conversationIds(this.#origin, conversation).own;
    return { message_id, text, role, created_at, conversation_id, source: this.#source(message) };
  }

  #source(message: FileMessage): unknown {
    return message.metadata?.source ?? (this.#origin.isExport ? undefined : this.#origin.fileId);
  }

  #isSame(message: FileMessage, other: Known): boolean {
    const source = this.#source(message);
    if (message.text !== other.text || message.role !== other.role) return false;
    if (source !== undefined && other.source !== undefined && other.source !== source) return false;
    if (message.created_at && message.created_at.getTime() !== other.created_at?.getTime()) return false;
    if (message.conversation === undefined) return other.conversation_id === null;
    const { own, derived } = conversationIds(this.#origin, message.conversation);
    return other.conversation_id === own || other.conversation_id === derived;
  }

  async #known(batch: FileMessage[]): Promise<Map<string, Known[]>> {
    const ids = new Set(batch.flatMap((message) => candidates(this.#origin, message)));
    const rows = await this.#store.read((db) =>
      db
        .selectFrom('user_message_embeddings')
        .select([
          'message_id',
          'message_text',
          'message_role',
          'conversation_id',
          'metadata_json',
          'created_at',
        ])
        .where('user_id', '=', this.#origin.user)
        .where('message_id', 'in', [...ids])
        .execute(),
    );
    const known = new Map<string, Known[]>();
    for (const row of rows) {
      const entry: Known = {
        message_id: row.message_id,
        text: row.message_text,
        role: row.message_role,
        conversation_id: row.conversation_id,
        created_at: new Date(row.created_at),
        source: row.metadata_json?.source ?? undefined,
      };
      known.set(row.message_id, [...(known.get(row.message_id) ?? []), entry]);
    }
    return known;
  }

  /**
   * A conversation's id is kept unless the user has another conversation by that name: one that holds messages and
   * none of this file. A person's own export goes back into the conversations it came from.
   */
  async #decideConversations(placed: { message: FileMessage; twin?: Known | undefined }[]): Promise<void> {
    const undecided = new Set<string>();
    for (const { message, twin } of placed) {
      const name = message.conversation;
      if (name === undefined || this.#conversations.has(name)) continue;
      const { own, derived } = conversationIds(this.#origin, name);
      const ofOwnExport = this.#origin.isExport && this.#origin.fileId === this.#origin.user;
      if (ofOwnExport) this.#conversations.set(name, own);
      else if (twin?.conversation_id === own || twin?.conversation_id === derived) {
        this.#conversations.set(name, twin.conversation_id);
      } else undecided.add(name);
    }
    for (const name of undecided) {
      if (this.#conversations.has(name)) continue;
      const { own, derived } = conversationIds(this.#origin, name);
      const isFree = own === derived || !(await this.#isTaken(own));
      this.#conversations.set(name, isFree ? own : derived);
    }
  }

  /** Whether the user's conversation of that id is another than the file's. */
  async #isTaken(conversationId: string): Promise<boolean> {
    const rows = await this.#store.read((db) =>
      db
        .selectFrom('user_message_embeddings')
        .select('metadata_json')
        .where('user_id', '=', this.#origin.user)
        .where('conversation_id', '=', conversationId)
        .execute(),
    );
    return rows.length > 0 && !rows.some((row) => row.metadata_json?.source === this.#origin.fileId);
  }

  #toNew(message: FileMessage, message_id: string): NewMessage {
    const { line: _, id: __, conversation, metadata, ...rest } = message;
    const source = this.#source(message);
    const withSource = source === undefined ? metadata : { ...metadata, source };
    return {
      ...rest,
      message_id,
      ...(withSource && { metadata: withSource }),
      ...(conversation !== undefined && { conversation_id: this.#conversations.get(conversation)! }),
    };
  }
}
