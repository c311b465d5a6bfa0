import { type ChatModel, providerFailure } from '../../ai/index.ts';
import { inPieces } from '../../ai/offline/index.ts';
import type { ChatConfig } from '../../config/index.ts';
import type { Desk } from '../../desk/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Memory } from '../../memory/types.ts';
import { describeError } from '../../routing/logging.ts';
import type { Store } from '../../store/index.ts';
import type { Usage } from '../billing/index.ts';
import type { Summaries } from '../conversations/index.ts';
import type { PostingTools } from '../jobs/index.ts';
import { lastMessages, outgrowsPrompt } from './conversation.ts';
import type { Engine, EngineAnswer } from './engine.ts';
import type { CoachFacts } from './facts.ts';
import { countAgain, earlierReply, type Kept, keepMessage, keepReply } from './messages.ts';
import { modelEngine } from './model-engine.ts';
import { offlineEngine } from './offline-engine.ts';
import { recalledLines } from './recalled-lines.ts';
import { learnFrom } from './settling/index.ts';
import type { ShownMemory, Source } from './sources.ts';

export interface CoachParts {
  memory: Memory;
  /** What is known of the person. */
  facts: CoachFacts;
  /** Null: the offline engine answers. */
  chat: ChatModel | null;
  config: Pick<ChatConfig, 'temperature'>;
  /** CVs, postings and applications are looked up and changed in it. */
  store: Pick<Store, 'read' | 'transaction'>;
  /** Reads postings that are pasted. */
  postings: PostingTools;
  /** Checks and matches CVs. */
  desk: Desk;
  /** Counts messages against the person's plan; null where nobody's are counted, as on the command line. */
  usage?: Pick<Usage, 'count' | 'giveBack'> | null;
  /** Keeps notes of long conversations; null where nobody does, as on the command line. */
  summaries?: Pick<Summaries, 'note'> | null;
  logger: Logger;
  clock: Clock;
}

export interface CoachRequest {
  user: string;
  message: string;
  conversationId?: string;
  /** The caller's own id for the message; sent again with it, the message is neither kept nor answered twice. */
  messageId?: string;
  /** How far their clock is ahead of UTC, in minutes: when their days begin. */
  utcOffset?: number;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** An answer that has begun. */
export interface CoachReply {
  conversationId: string;
  /** Of the answer. */
  messageId: string;
  /** Of the message that it answers. */
  userMessageId: string;
  engine: string;
  /** What was recalled so far; a tool may still add to it. */
  memories(): ShownMemory[];
  /** To be read once, to the end or until the reader has enough; ends early where the engine breaks off. */
  text: AsyncIterable<string>;
  /** Settles when the text was read and kept; never rejects. */
  done: Promise<FinishedReply>;
}

export interface FinishedReply {
  text: string;
  memories: ShownMemory[];
  sources: Source[];
  /** Why the text is not whole, or was not kept. */
  failure?: AppError;
}

/** No answer could begin. The message is kept, and may be sent again under its id. */
export class ReplyFailed extends AppError {
  override name = 'ReplyFailed';
  readonly conversationId: string;
  readonly userMessageId: string;
  constructor(
    { code, status, title, detail, retryAfter, remedy, members, cause }: AppError,
    kept: { conversationId: string; userMessageId: string },
  ) {
    super(code, { status, title, detail, retryAfter, remedy, members, cause });
    this.conversationId = kept.conversationId;
    this.userMessageId = kept.userMessageId;
  }
}

export interface Coach {
  reply(request: CoachRequest): Promise<CoachReply>;
}

/** The coach: keeps the message, recalls, answers with a model or offline, and keeps the answer. */
export function createCoach(parts: CoachParts): Coach {
  const { memory, chat, logger, clock } = parts;
  const engine: Engine = chat ? modelEngine({ ...parts, chat }) : offlineEngine(parts);

  async function begin(request: CoachRequest, kept: Kept): Promise<EngineAnswer> {
    const except = new Set([kept.message.message_id, kept.replyId]);
    const conversation = await lastMessages(memory, request.user, kept.conversationId, except);
    const { user, message, utcOffset } = request;
    const learned = await learnFrom(parts.facts, { user, message, kept: kept.message, conversation });
    if (outgrowsPrompt(conversation)) parts.summaries?.note(request.user, kept.conversationId);
    return engine({
      user,
      message,
      kept: kept.message,
      conversationId: kept.conversationId,
      conversation,
      learned: learned.facts,
      settled: learned.settled,
      utcOffset,
      signal: request.signal ?? new AbortController().signal,
    });
  }

  async function finish(user: string, kept: Kept, answer: EngineAnswer, text: string, broken?: AppError) {
    const finished: FinishedReply = {
      text,
      memories: answer.material.memories(),
      sources: answer.material.sources(text),
    };
    if (broken) finished.failure = broken;
    if (!text.trim()) return finished;
    const record = {
      ...answer.metadata,
      engine: answer.engine,
      reply_to: kept.message.message_id,
      memories: finished.memories.map((shown) => shown.id),
      sources: finished.sources,
      ...(answer.shown && { recalled_lines: recalledLines(text, answer.shown) }),
      ...(broken && { partial: true as const }),
    };
    try {
      await keepReply(memory, user, kept, { text, at: clock.now(), record });
    } catch (error) {
      logger.error({ err: describeError(error) }, 'an answer could not be kept');
      finished.failure ??= error instanceof AppError ? error : notKept(error);
    }
    return finished;
  }

  /** Passes the text on and keeps what was passed on: all of it, or as far as the reader was shown. */
  function relay({ user, signal }: CoachRequest, kept: Kept, answer: EngineAnswer) {
    const { promise, resolve } = Promise.withResolvers<FinishedReply>();
    async function* text() {
      let shown = '';
      // Stays where neither the end nor an error is reached: the reader had enough.
      let broken: AppError | undefined = brokenOff();
      try {
        for await (const piece of answer.text) {
          shown += piece;
          yield piece;
        }
        broken = undefined;
      } catch (error) {
        if (!signal?.aborted) {
          broken = providerFailure(error);
          logger.warn({ code: broken.code, detail: broken.detail }, 'an answer broke off');
          await giveBack(user);
        }
      } finally {
        resolve(await finish(user, kept, answer, shown, broken));
      }
    }
    return { text: text(), done: promise };
  }

  /** An answer that fails on our side is not counted, so that whoever asks for it again does not pay twice. */
  async function giveBack(user: string): Promise<void> {
    const { usage, store } = parts;
    if (!usage) return;
    try {
      await store.transaction((trx) => usage.giveBack(trx, user, 'messages'));
    } catch (error) {
      // What made the answer fail is what the person has to hear.
      logger.warn({ err: describeError(error) }, 'an answer that failed was counted all the same');
    }
  }

  return {
    async reply(request) {
      const { user, message: text, messageId, conversationId } = request;
      const kept = await keepMessage(memory, user, { text, messageId, conversationId }, parts.usage ?? null);
      const ids = {
        conversationId: kept.conversationId,
        messageId: kept.replyId,
        userMessageId: kept.message.message_id,
      };
      try {
        const earlier = await earlierReply(memory, user, kept);
        if (earlier) {
          const { memories, record } = earlier;
          const done = Promise.resolve({ text: earlier.text, memories, sources: record.sources });
          return {
            ...ids,
            engine: record.engine,
            memories: () => memories,
            text: replayed(earlier.text),
            done,
          };
        }
        // Kept before and to be answered anew: that costs what an answer costs, whatever became of the one before.
        if (!kept.message.created && parts.usage) await countAgain(parts.store, user, kept, parts.usage);
        const answer = await begin(request, kept).catch(async (error: unknown) => {
          if (!request.signal?.aborted) await giveBack(user);
          throw error;
        });
        return {
          ...ids,
          engine: answer.engine,
          memories: () => answer.material.memories(),
          ...relay(request, kept, answer),
        };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        if (!request.signal?.aborted)
          logger.warn({ code: error.code, detail: error.detail }, 'no answer could be made');
        throw new ReplyFailed(error, ids);
      }
    },
  };
}

async function* replayed(text: string): AsyncIterable<string> {
  yield* inPieces(text);
}

function brokenOff(): AppError {
  return new AppError('reply_broken_off', {
    status: 499,
    title: 'The answer was broken off',
    detail: 'Its reader went away.',
  });
}

function notKept(cause: unknown): AppError {
  return new AppError('reply_not_kept', { status: 500, title: 'The answer could not be kept', cause });
}
