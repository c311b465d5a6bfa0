import { notFound } from '../../../kernel/errors.ts';
import { clientGone } from '../../../routing/client-gone.ts';
import { nothing } from '../../../routing/schemas.ts';
import { type HttpApp, userOf } from '../../../routing/types.ts';
import { identitiesOf } from '../../account/index.ts';
import { findCv } from '../cvs.ts';
import type { CvDeps } from '../deps.ts';
import { deleteAnalysis, findAnalysis, listAnalyses } from './analyses.ts';
import { createAnalysis } from './create.ts';
import { analysisMessageId } from './remembered.ts';
import {
  AnalyseBody,
  AnalysisAnswer,
  AnalysisParams,
  CvParams,
  ListAnswer,
  ListQuery,
  OriginalAnswer,
} from './schemas.ts';
import type { Analysis, OriginalAnalysis } from './stored.ts';

export { postingText } from './aim.ts';
export { analyse, type Findings } from './analyse.ts';
export { type AnalysisInput, createAnalysis } from './create.ts';

const tags = ['cv'];

/** Analyses of a CV: made, listed, shown, deleted. */
export function registerAnalyses(app: HttpApp, deps: CvDeps): void {
  const { store, memory, requireUser: onRequest } = deps;

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
      const analysis = await createAnalysis(
        deps,
        userOf(request),
        request.params.id,
        request.body,
        clientGone(reply),
      );
      return reply.code(201).send(analysis);
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
