import { notFound } from '../../kernel/errors.ts';
import { clientGone } from '../../routing/client-gone.ts';
import { nothing } from '../../routing/schemas.ts';
import { type HttpApp, userOf } from '../../routing/types.ts';
import { identitiesOf } from '../account/index.ts';
import { changeApplication, findApplication } from '../applications/index.ts';
import { createLetter } from './create.ts';
import type { LetterDeps } from './deps.ts';
import { editLetter } from './edit.ts';
import { registerExport } from './export/routes.ts';
import { removeLetter } from './remove.ts';
import { findLetter, findLetterRow, letterKey, listLetters, toLetter, versionRows } from './rows.ts';
import {
  EditBody,
  LetterAnswer,
  LetterBody,
  LetterParams,
  ListAnswer,
  ListQuery,
  VersionQuery,
  VersionsAnswer,
} from './schemas.ts';

const tags = ['letters'];

/** Application letters: write, go on with, edit, list, export, delete. Each change is a version more. */
export function registerLetters(app: HttpApp, deps: LetterDeps): void {
  const { store, requireUser: onRequest } = deps;
  registerExport(app, deps);

  app.post(
    '/api/letters',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Write a letter, or a further version of one',
        description:
          'From a CV, a posting and what the person said. With a language model each sentence about the person must stand in the CV or in their messages; what does not is left out and listed in `warnings`. Without one it is a draft assembled from quotations, with places in brackets for the person.',
        body: LetterBody,
        response: { 201: LetterAnswer },
      },
    },
    async (request, reply) => {
      const caller = userOf(request);
      const { application_id, ...input } = request.body;
      if (application_id !== undefined) {
        const application = await store.read(async (db) =>
          findApplication(db, await identitiesOf(db, caller), application_id),
        );
        if (!application) throw notFound('Application');
      }
      const letter = await createLetter(deps, caller, input, clientGone(reply));
      if (application_id !== undefined) {
        await changeApplication(deps, caller, application_id, { letter_id: letter.id });
      }
      return reply.code(201).header('location', `/api/letters/${letter.id}`).send(letter);
    },
  );

  app.get(
    '/api/letters',
    {
      onRequest,
      schema: {
        tags,
        summary: 'List letters',
        description: 'The newest version of each, the latest written first.',
        querystring: ListQuery,
        response: { 200: ListAnswer },
      },
    },
    async (request) => {
      const caller = userOf(request);
      return await store.read(async (db) => listLetters(db, await identitiesOf(db, caller), request.query));
    },
  );

  app.get(
    '/api/letters/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'One letter',
        description: 'By a version’s id, or by the letter’s: its newest version, unless `version` names one.',
        params: LetterParams,
        querystring: VersionQuery,
        response: { 200: LetterAnswer },
      },
    },
    async (request) => {
      const caller = userOf(request);
      const letter = await store.read(async (db) =>
        findLetter(db, await identitiesOf(db, caller), request.params.id, request.query.version),
      );
      if (!letter) throw notFound('Letter');
      return letter;
    },
  );

  app.get(
    '/api/letters/:id/versions',
    {
      onRequest,
      schema: {
        tags,
        summary: 'All versions of a letter',
        description: 'The newest first.',
        params: LetterParams,
        response: { 200: VersionsAnswer },
      },
    },
    async (request) => {
      const caller = userOf(request);
      return await store.read(async (db) => {
        const identities = await identitiesOf(db, caller);
        const row = await findLetterRow(db, identities, request.params.id);
        if (!row) throw notFound('Letter');
        const rows = await versionRows(db, identities, letterKey(row));
        return { letter_id: letterKey(row), versions: rows.map(toLetter) };
      });
    },
  );

  app.patch(
    '/api/letters/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Edit a letter by hand',
        description:
          'Kept as a further version with the engine `person`; the evidence of sentences that still stand goes along. What neither CV nor posting holds is pointed out in `warnings`.',
        params: LetterParams,
        body: EditBody,
        response: { 200: LetterAnswer },
      },
    },
    async (request) => {
      const letter = await editLetter(deps, userOf(request), request.params.id, request.body.text);
      if (!letter) throw notFound('Letter');
      return letter;
    },
  );

  app.delete(
    '/api/letters/:id',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Delete a letter',
        description: 'With all its versions and what memory kept of it.',
        params: LetterParams,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      if (!(await removeLetter(deps, userOf(request), request.params.id))) throw notFound('Letter');
      return reply.code(204).send();
    },
  );
}
