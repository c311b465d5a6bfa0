import type { ChatModel } from '../../ai/index.ts';
import type { ChatConfig } from '../../config/config.ts';
import type { Desk } from '../../desk/index.ts';
import type { Documents } from '../../documents/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Memory } from '../../memory/types.ts';
import type { RouteDeps } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import type { Usage } from '../billing/index.ts';

/** What the routes about CVs work with. */
export interface CvDeps extends RouteDeps {
  store: Pick<Store, 'read' | 'transaction'>;
  memory: Pick<Memory, 'remember' | 'forgetConversation' | 'forgetMessage'>;
  /** Null where no model is set up: what needs one says so, the rest is done by rules. */
  chat: ChatModel | null;
  /** Of the model's calls. */
  config: Pick<ChatConfig, 'temperature'>;
  documents: Documents;
  desk: Desk;
  /** Counts analyses against the person's plan; absent on the command line, where nobody's are counted. */
  usage?: Usage;
  clock: Clock;
  logger: Logger;
}
