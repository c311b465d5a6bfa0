import { notFound } from '../../../kernel/errors.ts';
import { clientGone } from '../../../routing/client-gone.ts';
import { type HttpApp, userOf } from '../../../routing/types.ts';
import { identitiesOf } from '../../account/index.ts';
import { findCv } from '../cvs.ts';
import type { CvDeps } from '../deps.ts';
import { createRewrite } from './create.ts';
import { acceptChanges, rejectChanges } from './decide.ts';
import { findRewrite, listRewrites, rewriteAnswer } from './rows.ts';
import {
  CvParams,
  DecisionAnswer,
  DecisionBody,
  ListAnswer,
  ListQuery,
  RewriteAnswer,
  RewriteBody,
  RewriteParams,
} from './schemas.ts';
import { suggestionsFor } from './suggestions.ts';

const tags = ['cv'];

export function registerRewrites(app: HttpApp, deps: CvDeps): void {
  const { store, requireUser: onRequest } = deps;

  app.post(
    '/api/cv/:id/rewrites',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Propose changes to a CV',
        description:
          'Each change has what was, what could be, and why, and is accepted or rejected on its own. What a proposal states and the CV does not hold is refused. Without a language model only mechanical changes are proposed, beside suggestions from the checks.',
        params: CvParams,
        body: RewriteBody,
        response: { 201: RewriteAnswer },
      },
    },
    async (request, reply) => {
      const signal = clientGone(reply);
      const rewrite = await createRewrite(deps, userOf(request), request.params.id, request.body, signal);
      if (!rewrite) throw notFound('CV');
      return reply.code(201).send(rewrite);
    },
  );

  app.get(
    '/api/cv/:id/rewrites',
    {
      onRequest,
      schema: {
        tags,
        summary: 'List the rewrites of a CV',
        params: CvParams,
        querystring: ListQuery,
        response: { 200: ListAnswer },
      },
    },
    async (request) => {
      const { id } = request.params;
      return await store.read(async (db) => {
        const identities = await identitiesOf(db, userOf(request));
        if (!(await findCv(db, identities, id))) throw notFound('CV');
        const { rows, next_cursor } = await listRewrites(db, identities, id, request.query);
        return { rewrites: rows.map((row) => rewriteAnswer(row, id)), next_cursor };
      });
    },
  );

  app.get(
    '/api/cv/:id/rewrites/:rid',
    {
      onRequest,
      schema: {
        tags,
        summary: 'One rewrite of a CV',
        description: 'With what the checks ask for in the CV as it stands now.',
        params: RewriteParams,
        response: { 200: RewriteAnswer },
      },
    },
    async (request, reply) => {
      const { id, rid } = request.params;
      const { row, cv } = await store.read(async (db) => {
        const identities = await identitiesOf(db, userOf(request));
        const row = await findRewrite(db, identities, id, rid);
        return { row, cv: row && (await findCv(db, identities, id)) };
      });
      if (!row || !cv) throw notFound('Rewrite');
      const suggestions = await suggestionsFor(deps.desk, cv, deps.clock.now(), clientGone(reply));
      return { ...rewriteAnswer(row, id), suggestions };
    },
  );

  const verbs = {
    accept: {
      summary: 'Accept changes',
      description:
        'Applies each to the CV where its place still reads as `before`; elsewhere it becomes `stale`. Accepting again changes nothing. 409 where one of them was refused.',
      decide: acceptChanges,
    },
    reject: {
      summary: 'Reject changes',
      description:
        'They stay on record and can still be accepted. 409 where one of them is part of the CV already.',
      decide: rejectChanges,
    },
  } as const;
  for (const [verb, { summary, description, decide }] of Object.entries(verbs)) {
    app.post(
      `/api/cv/:id/rewrites/:rid/${verb}`,
      {
        onRequest,
        schema: {
          tags,
          summary,
          description,
          params: RewriteParams,
          body: DecisionBody,
          response: { 200: DecisionAnswer },
        },
      },
      async (request) => {
        const { id: cvId, rid: rewriteId } = request.params;
        const { change_ids: changeIds } = request.body;
        const { resume, changes } = await decide(deps, userOf(request), { cvId, rewriteId, changeIds });
        return { id: rewriteId, changes, json_resume: { ...resume } };
      },
    );
  }
}
