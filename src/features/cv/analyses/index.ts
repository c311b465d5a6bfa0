import { notFound } from '../../../kernel/errors.ts';
import { uuidv7 } from '../../../kernel/ids.ts';
import { clientGone } from '../../../routing/client-gone.ts';
import { nothing } from '../../../routing/schemas.ts';
import { type HttpApp, userOf } from '../../../routing/types.ts';
import { identitiesOf, ownerColumns } from '../../account/index.ts';
import { findCv } from '../cvs.ts';
import type { CvDeps } from '../deps.ts';
import { jobOf } from './aim.ts';
import { analyse } from './analyse.ts';
import { deleteAnalysis, findAnalysis, listAnalyses } from './analyses.ts';
import { analysisMessage, analysisMessageId } from './remembered.ts';
import {
  AnalyseBody,
  AnalysisAnswer,
  AnalysisParams,
  CvParams,
  ListAnswer,
  ListQuery,
  OriginalAnswer,
} from './schemas.ts';
import { type Analysis, type OriginalAnalysis, rowOf } from './stored.ts';

const tags = ['cv'];

/** Analyses of a CV: made, listed, shown, deleted. */
export function registerAnalyses(app: HttpApp, deps: CvDeps): void {
  const { store, memory, clock, requireUser: onRequest } = deps;

  app.post(
    '/api/cv/:id/analyses',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Analyse a CV',
        description:
          'Readability, writing and, where a posting is given, the match: three results that stand apart. Checks and match ' +
          'are made by rules; judgements of the writing need a language model, and say so where there is none or it fails.',
        params: CvParams,
        body: AnalyseBody,
        response: { 201: AnalysisAnswer },
      },
    },
    async (request, reply) => {
      const user = userOf(request);
      const signal = clientGone(reply);
      const { target_title = null, target_seniority = null } = request.body;
      const { cv, job } = await store.read(async (db) => {
        const identities = await identitiesOf(db, user);
        const found = await findCv(db, identities, request.params.id);
        if (!found) throw notFound('CV');
        return { cv: found, job: await jobOf(db, identities, request.body) };
      });
      const findings = await analyse(cv, { job, target_title, target_seniority }, deps, signal);
      const id = uuidv7();
      const now = clock.now();
      await store.transaction(async (trx) => {
        const identities = await identitiesOf(trx, user);
        // The model may have taken a while: the CV can be gone by now.
        if (!(await findCv(trx, identities, cv.id))) throw notFound('CV');
        const { owner_id, clerkId } = ownerColumns(user, identities);
        await trx
          .insertInto('cv_analyses')
          .values(rowOf(id, cv, findings, { owner_id, user_id: clerkId }, now))
          .execute();
      });
      await memory.remember(user, [analysisMessage(id, cv, findings)]);
      return reply.code(201).send({ ...findings, id, cv_id: cv.id, created_at: now.toISOString() });
    },
  );

  app.get(
    '/api/cv/:id/analyses',
    {
      onRequest,
      schema: {
        tags,
        summary: 'List the analyses of a CV',
        params: CvParams,
        querystring: ListQuery,
        response: { 200: ListAnswer },
      },
    },
    (request) =>
      store.read(async (db) => {
        const identities = await identitiesOf(db, userOf(request));
        const cv = await findCv(db, identities, request.params.id);
        if (!cv) throw notFound('CV');
        return await listAnalyses(db, identities, cv.id, request.query);
      }),
  );

  app.get(
    '/api/cv/:id/analyses/:aid',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Show an analysis',
        description: 'What an earlier program found in a CV has the id of the CV.',
        params: AnalysisParams,
        response: { 200: AnalysisAnswer.or(OriginalAnswer) },
      },
    },
    async (request): Promise<Analysis | OriginalAnalysis> => {
      const { id, aid } = request.params;
      const analysis = await store.read(async (db) =>
        findAnalysis(db, await identitiesOf(db, userOf(request)), id, aid),
      );
      if (!analysis) throw notFound('Analysis');
      return analysis;
    },
  );

  app.delete(
    '/api/cv/:id/analyses/:aid',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Delete an analysis',
        description: 'What an earlier program found in a CV is part of it, and is deleted with it.',
        params: AnalysisParams,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      const user = userOf(request);
      const { id, aid } = request.params;
      const isGone = await store.transaction(async (trx) =>
        deleteAnalysis(trx, await identitiesOf(trx, user), id, aid),
      );
      if (!isGone) throw notFound('Analysis');
      await memory.forgetMessage(user, analysisMessageId(aid));
      return reply.code(204).send();
    },
  );
}
