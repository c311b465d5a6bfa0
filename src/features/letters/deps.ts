import type { ChatModel } from '../../ai/index.ts';
import type { ChatConfig } from '../../config/config.ts';
import type { Desk } from '../../desk/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Memory } from '../../memory/types.ts';
import type { RouteDeps } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import type { PostingTools } from '../jobs/index.ts';

/** What writing letters takes. */
export interface LetterParts {
  store: Pick<Store, 'read' | 'transaction'>;
  memory: Pick<Memory, 'remember' | 'recall' | 'forgetConversation'>;
  /** Null: letters are assembled from evidence by rules, and marked as drafts. */
  chat: ChatModel | null;
  /** Of the model's calls. */
  config: Pick<ChatConfig, 'temperature'>;
  /** Reads a pasted posting. */
  postings: Pick<PostingTools, 'reader'>;
  /** Reads CVs and postings, and matches them. */
  desk: Desk;
  clock: Clock;
  logger: Logger;
}

export interface LetterDeps extends LetterParts, RouteDeps {}
