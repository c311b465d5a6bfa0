import { notFound } from '../../kernel/errors.ts';
import { clientGone } from '../../routing/client-gone.ts';
import { nothing } from '../../routing/schemas.ts';
import { type HttpApp, userOf } from '../../routing/types.ts';
import { identitiesOf } from '../account/index.ts';
import { type Cv, findCv } from './cvs.ts';
import type { CvDeps } from './deps.ts';
import { correctedResume, importCv } from './import/index.ts';
import { addCv, correctCv } from './keep.ts';
import { listCvs } from './list.ts';
import { removeCv } from './remove.ts';
import { CvAnswer, IdParams, ImportAnswer, ImportBody, ListAnswer, ListQuery, PatchBody } from './schemas.ts';
import { acceptForms } from './upload.ts';

const tags = ['cv'];

export function registerCvs(app: HttpApp, deps: CvDeps): void {
  const onRequest = deps.requireUser;

  app.register(async (scope: HttpApp) => {
    acceptForms(scope);
    scope.post(
      '/api/cv',
      {
        onRequest,
        schema: {
          tags,
          summary: 'Add a CV',
          description:
            'As a file in a form, as text, or as JSON Resume: exactly one of them. The file is read by what it is, not by ' +
            'its name. Every value carries the place in the text that it came from; nothing is invented.',
          consumes: ['multipart/form-data', 'application/json'],
          body: ImportBody,
          response: { 201: ImportAnswer },
        },
      },
      async (request, reply) => {
        const imported = await importCv(request.body, deps, clientGone(reply));
        const cv = await addCv(userOf(request), imported, deps);
        return reply.code(201).send(importAnswer(cv));
      },
    );
  });

  app.get(
    '/api/cv',
    {
      onRequest,
      schema: { tags, summary: 'List CVs', querystring: ListQuery, response: { 200: ListAnswer } },
    },
    (request) => listCvs(userOf(request), request.query, deps),
  );

  app.get(
    '/api/cv/:id',
    {
      onRequest,
      schema: { tags, summary: 'Show a CV', params: IdParams, response: { 200: CvAnswer } },
    },
    async (request) => {
      const cv = await deps.store.read(async (db) =>
        findCv(db, await identitiesOf(db, userOf(request)), request.params.id),
      );
      if (!cv) throw notFound('CV');
      return cvAnswer(cv);
    },
  );

  app.patch(
    '/api/cv/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Correct what was read',
        description:
          'The whole CV as JSON Resume. The text it was read from stays as it is; values that did not change keep their ' +
          'places in it, and the others are marked as corrected. Analyses and rewrites made from now on use it.',
        params: IdParams,
        body: PatchBody,
        response: { 200: CvAnswer },
      },
    },
    async (request) => {
      const resume = correctedResume(request.body.json_resume, 'json_resume');
      const cv = await correctCv(userOf(request), request.params.id, resume, deps);
      if (!cv) throw notFound('CV');
      return cvAnswer(cv);
    },
  );

  app.delete(
    '/api/cv/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Delete a CV',
        description:
          'Its analyses and rewrites go along, and what is remembered of it. Letters and applications stay.',
        params: IdParams,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      if (!(await removeCv(userOf(request), request.params.id, deps))) throw notFound('CV');
      return reply.code(204).send();
    },
  );
}

function importAnswer({ id, filename, resume, warnings, spans, engine }: Cv) {
  return { id, filename, json_resume: resume, warnings, source_spans: spans, engine };
}

function cvAnswer(cv: Cv) {
  const { file_type, file_size, text, corrected, created_at, updated_at } = cv;
  const pages = cv.document?.pages ?? null;
  return { ...importAnswer(cv), file_type, file_size, pages, text, corrected, created_at, updated_at };
}
