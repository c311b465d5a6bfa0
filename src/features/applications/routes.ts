import { notFound } from '../../kernel/errors.ts';
import { nothing } from '../../routing/schemas.ts';
import { type HttpApp, userOf } from '../../routing/types.ts';
import { identitiesOf } from '../account/index.ts';
import { allTracked, findApplication } from './application.ts';
import { changeApplication } from './change.ts';
import { applicationExists, createApplication } from './create.ts';
import type { ApplicationDeps } from './deps.ts';
import { dueFollowUps } from './due.ts';
import { DueAnswer } from './due-schemas.ts';
import { funnelOf } from './funnel/funnel.ts';
import { FunnelAnswer, FunnelQuery } from './funnel/schemas.ts';
import { removeApplication } from './remove.ts';
import { Application, CreateBody, IdParams, PatchBody } from './schemas.ts';

const tags = ['applications'];
/** Nobody does more in a week; the total says what is left out. */
const shownItems = 200;

export function registerTracking(app: HttpApp, deps: ApplicationDeps): void {
  const { store, clock, requireUser: onRequest } = deps;

  app.post(
    '/api/applications',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Track an application',
        description:
          'One per job: the same job again is a 409 that names the one there is, in `detail` and as `Location`.',
        body: CreateBody,
        response: { 201: Application },
      },
    },
    async (request, reply) => {
      const { application, created } = await createApplication(deps, userOf(request), request.body);
      reply.header('location', `/api/applications/${application.id}`);
      if (!created) throw applicationExists(application.id);
      return reply.code(201).send(application);
    },
  );

  app.get(
    '/api/applications/funnel',
    {
      onRequest,
      schema: {
        tags,
        summary: 'How far applications get, and how fast',
        querystring: FunnelQuery,
        response: { 200: FunnelAnswer },
      },
    },
    (request) =>
      store.read(async (db) => {
        const { silent_days: silentDays, weeks } = request.query;
        const tracked = await allTracked(db, await identitiesOf(db, userOf(request)));
        return funnelOf(tracked, { now: clock.now(), silentDays, weeks });
      }),
  );

  app.get(
    '/api/applications/due',
    {
      onRequest,
      schema: {
        tags,
        summary: 'What there is to do this week',
        description: 'Interviews, reminders, offers that wait, and applications without an answer.',
        response: { 200: DueAnswer },
      },
    },
    (request) =>
      store.read(async (db) => {
        const items = await dueFollowUps(db, await identitiesOf(db, userOf(request)), clock.now());
        return { total: items.length, items: items.slice(0, shownItems) };
      }),
  );

  app.get(
    '/api/applications/:id',
    {
      onRequest,
      schema: { tags, summary: 'Show an application', params: IdParams, response: { 200: Application } },
    },
    (request) =>
      store.read(async (db) => {
        const identities = await identitiesOf(db, userOf(request));
        const application = await findApplication(db, identities, request.params.id);
        if (!application) throw notFound('Application');
        return application;
      }),
  );

  app.patch(
    '/api/applications/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Change an application',
        description: 'Every change is written into its timeline. null clears a field.',
        params: IdParams,
        body: PatchBody,
        response: { 200: Application },
      },
    },
    (request) => changeApplication(deps, userOf(request), request.params.id, request.body),
  );

  app.delete(
    '/api/applications/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Delete an application',
        description: 'With its timeline and what memory holds of it. The posting stays.',
        params: IdParams,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await removeApplication(deps, userOf(request), request.params.id);
      return reply.code(204).send();
    },
  );
}
