import type { Readable } from 'node:stream';
import { UI_MESSAGE_STREAM_HEADERS } from 'ai';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clientGone } from '../../routing/client-gone.ts';
import { toProblem } from '../../routing/problem.ts';
import { type HttpApp, type RouteDeps, userOf } from '../../routing/types.ts';
import { type Coach, type CoachReply, ReplyFailed } from './coach.ts';
import { ChatAnswer, ChatBody } from './schemas.ts';
import { uiMessageStream } from './ui-stream.ts';

export interface CoachDeps extends RouteDeps {
  coach: Coach;
}

/** `POST /api/chat`: the coach's answer, whole or as it comes. */
export function registerCoach(app: HttpApp, { coach, requireUser }: CoachDeps): void {
  app.post(
    '/api/chat',
    {
      onRequest: requireUser,
      schema: {
        tags: ['coach'],
        summary: 'Talk to the coach',
        description:
          'The message is kept before it is answered. Where no answer can be made (502, 503), the problem holds its `message_id` and `conversation_id`: send it again with them.',
        body: ChatBody,
        response: {
          200: {
            description: 'The answer.',
            content: {
              'application/json': { schema: ChatAnswer },
              'text/event-stream': { schema: z.custom<Readable>().meta({ type: 'string' }) },
            },
          },
        },
      },
    },
    async (request, reply) => {
      const { message, conversation_id, message_id, utc_offset, stream } = request.body;
      try {
        const answer = await coach.reply({
          user: userOf(request),
          message,
          conversationId: conversation_id,
          messageId: message_id,
          utcOffset: utc_offset,
          signal: clientGone(reply),
        });
        if (!stream) return await whole(answer);
        return reply.headers(UI_MESSAGE_STREAM_HEADERS).send(uiMessageStream(answer));
      } catch (error) {
        if (!(error instanceof ReplyFailed)) throw error;
        return sendFailure(error, request, reply);
      }
    },
  );
}

async function whole(answer: CoachReply): Promise<z.input<typeof ChatAnswer>> {
  for await (const _ of answer.text);
  const { text, memories, sources, failure } = await answer.done;
  if (failure) throw new ReplyFailed(failure, answer);
  return {
    conversation_id: answer.conversationId,
    message_id: answer.messageId,
    user_message_id: answer.userMessageId,
    reply: text,
    engine: answer.engine,
    memories,
    sources,
  };
}

/** Problem details with what is needed to send the message again. */
function sendFailure(error: ReplyFailed, request: FastifyRequest, reply: FastifyReply) {
  if (error.retryAfter !== undefined) reply.header('retry-after', error.retryAfter);
  const { conversationId: conversation_id, userMessageId: message_id } = error;
  return reply
    .code(error.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((payload: string) => payload)
    .send(JSON.stringify({ ...toProblem(error, request), conversation_id, message_id }));
}
