import { notFound } from '../../kernel/errors.ts';
import { clientGone } from '../../routing/client-gone.ts';
import { nothing } from '../../routing/schemas.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import { identitiesOf } from '../account/index.ts';
import { changeJob } from './change.ts';
import { acceptCsv } from './csv-body.ts';
import { findJob, listJobs } from './find.ts';
import { importJobs } from './import.ts';
import { removeJob } from './remove.ts';
import { type JobInput, type JobParts, saveJob } from './save.ts';
import {
  IdParams,
  ImportAnswer,
  ImportBody,
  ImportQuery,
  JobAnswer,
  JobPatch,
  ListAnswer,
  ListQuery,
  NewJob,
} from './schemas.ts';

export interface JobsDeps extends JobParts, RouteDeps {}

const tags = ['jobs'];

export function registerJobs(app: HttpApp, deps: JobsDeps): void {
  const { store, clock, requireUser: onRequest } = deps;

  app.post(
    '/api/jobs',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Save a posting by its address, text or HTML',
        description:
          '201 with the posting, 200 where the same one was saved before. An address is fetched only from the public web; structured data (schema.org JobPosting) counts more than text.',
        body: NewJob,
        response: { 200: JobAnswer, 201: JobAnswer },
      },
    },
    async (request, reply) => {
      const input = request.body as JobInput;
      const { job, created } = await saveJob(deps, userOf(request), input, clientGone(reply));
      return reply.code(created ? 201 : 200).send(job);
    },
  );

  app.get(
    '/api/jobs',
    {
      onRequest,
      schema: { tags, summary: 'List saved postings', querystring: ListQuery, response: { 200: ListAnswer } },
    },
    (request) =>
      store.read(async (db) =>
        listJobs(db, await identitiesOf(db, userOf(request)), request.query, clock.now()),
      ),
  );

  app.get(
    '/api/jobs/:id',
    {
      onRequest,
      schema: { tags, summary: 'Show a posting', params: IdParams, response: { 200: JobAnswer } },
    },
    async (request) => {
      const { id } = request.params;
      const job = await store.read(async (db) =>
        findJob(db, await identitiesOf(db, userOf(request)), id, clock.now()),
      );
      if (!job) throw notFound('Posting');
      return job;
    },
  );

  app.patch(
    '/api/jobs/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Correct a posting',
        params: IdParams,
        body: JobPatch,
        response: { 200: JobAnswer },
      },
    },
    (request, reply) => changeJob(deps, userOf(request), request.params.id, request.body, clientGone(reply)),
  );

  app.delete(
    '/api/jobs/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Delete a posting',
        description: '409 while an application hangs on it.',
        params: IdParams,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await removeJob(deps, userOf(request), request.params.id);
      return reply.code(204).send();
    },
  );

  // In a scope of its own: no other path reads CSV.
  app.register(async (scope: HttpApp) => registerImport(scope, deps));
}

function registerImport(app: HttpApp, deps: JobsDeps): void {
  acceptCsv(app);
  app.post(
    '/api/jobs/import',
    {
      onRequest: deps.requireUser,
      schema: {
        tags,
        summary: 'Save postings from CSV',
        description: 'As JSON with `csv`, or as a body of text/csv. Nothing is fetched.',
        querystring: ImportQuery,
        body: ImportBody,
        response: { 200: ImportAnswer },
      },
    },
    (request, reply) => {
      const { csv, preview = request.query.preview ?? false } = request.body;
      return importJobs(deps, userOf(request), { csv, preview }, clientGone(reply));
    },
  );
}
