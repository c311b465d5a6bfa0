import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Memory } from '../../memory/types.ts';
import type { RouteDeps } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';

/** What changing applications takes. */
export interface ApplicationParts {
  store: Pick<Store, 'read' | 'transaction'>;
  memory: Pick<Memory, 'remember' | 'forgetConversation'>;
  clock: Clock;
  logger: Logger;
}

export interface ApplicationDeps extends ApplicationParts, RouteDeps {}
