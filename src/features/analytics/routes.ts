import { nothing } from '../../routing/schemas.ts';
import type { AdminRouteDeps, HttpApp } from '../../routing/types.ts';
import type { Analytics } from './analytics.ts';
import { type OverviewParts, overview } from './overview.ts';
import {
  ClustersAnswer,
  GapsAnswer,
  InsightsStatus,
  OverviewAnswer,
  TopicsAnswer,
  TopicsQuery,
} from './schemas.ts';

export interface AnalyticsDeps extends Pick<AdminRouteDeps, 'requireAdmin'>, OverviewParts {
  analytics: Analytics;
}

const tags = ['operator'];

/** What whoever runs the installation sees of all people together. */
export function registerAnalytics(app: HttpApp, { analytics, requireAdmin, ...parts }: AnalyticsDeps): void {
  const onRequest = requireAdmin;

  app.get(
    '/api/admin/overview',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Health, engines and use of this installation',
        response: { 200: OverviewAnswer },
      },
    },
    () => overview(parts),
  );

  app.get(
    '/api/admin/insights/clusters',
    {
      onRequest,
      schema: { tags, summary: 'What people ask most', response: { 200: ClustersAnswer } },
    },
    () => analytics.clusters(),
  );

  app.get(
    '/api/admin/insights/topics',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Topics per week',
        querystring: TopicsQuery,
        response: { 200: TopicsAnswer },
      },
    },
    (request) => analytics.topics(request.query.weeks),
  );

  app.get(
    '/api/admin/insights/gaps',
    {
      onRequest,
      schema: { tags, summary: 'Questions that were answered badly', response: { 200: GapsAnswer } },
    },
    () => analytics.gaps(),
  );

  app.get(
    '/api/admin/insights/status',
    {
      onRequest,
      schema: { tags, summary: 'How far the analytics are', response: { 200: InsightsStatus } },
    },
    () => analytics.status(),
  );

  app.post(
    '/api/admin/insights/refresh',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Cluster everything anew',
        description:
          'In the background; the status tells how far it is. What was found before is shown until then.',
        response: { 202: nothing },
      },
    },
    async (_request, reply) => {
      await analytics.refresh();
      return reply.code(202).send();
    },
  );
}
