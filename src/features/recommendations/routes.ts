import type { PrivacyConfig } from '../../config/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Memory } from '../../memory/types.ts';
import { clientGone } from '../../routing/client-gone.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import type { Store } from '../../store/index.ts';
import { pastAdvice } from './advice.ts';
import { fittingPieces } from './pieces.ts';
import { recentTalks } from './recent.ts';
import { RecommendationsAnswer } from './schemas.ts';
import { similarPeople } from './similar/similar.ts';

export interface RecommendationDeps extends RouteDeps {
  store: Store;
  memory: Memory;
  clock: Clock;
  config: PrivacyConfig;
}

export function registerRecommendations(app: HttpApp, deps: RecommendationDeps): void {
  const { store, memory, clock, config, requireUser } = deps;
  app.get(
    '/api/recommendations',
    {
      onRequest: requireUser,
      schema: {
        tags: ['recommendations'],
        summary: 'What may help you now',
        description:
          'Earlier advice, pieces of the playbook and, for those who opted in (PATCH /api/account, share_profile), what worked for similar people. Made by rules; nothing is sent to a model.',
        response: { 200: RecommendationsAnswer },
      },
    },
    async (request, reply) => {
      const user = userOf(request);
      const signal = clientGone(reply);
      const talks = await recentTalks(memory, user);
      const [advice, playbook, similar_people] = await Promise.all([
        pastAdvice({ memory, store }, user, talks, signal),
        fittingPieces(memory, user, talks),
        similarPeople(
          { store, memory, clock, k: config.similarProfilesMin, waitMs: config.similarProfilesWaitMs },
          user,
        ),
      ]);
      return {
        past_advice: advice.items,
        playbook,
        similar_people,
        recent_conversations: talks.length,
        recall_mode: advice.mode,
      };
    },
  );
}
