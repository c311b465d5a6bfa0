import { isStepCount, NoContentGeneratedError, streamText } from 'ai';
import { type ChatModel, callSettings, providerFailure } from '../../ai/index.ts';
import { dayAt } from '../../kernel/clock.ts';
import type { Memory } from '../../memory/types.ts';
import { searchPlaybook } from '../../playbook/index.ts';
import { PROMPT_TOKENS } from '../conversations/index.ts';
import { aboutWhat, withinBudget } from './conversation.ts';
import { correctionLines, withCorrections } from './corrections.ts';
import { earlierPart } from './earlier.ts';
import type { Engine, Question } from './engine.ts';
import { type CoachFacts, factsForPrompt } from './facts.ts';
import { fitOf } from './fit.ts';
import { INSTRUCTIONS, LAST_STEP, MOST_STEPS, modelMessages, PROMPT_VERSION } from './prompt.ts';
import { Material } from './sources.ts';
import { coachTools } from './tools/index.ts';
import { openWorkbench, stateOf, type Workbench, type WorkbenchParts } from './workbench/index.ts';

const MEMORY_TOKENS = 1_500;
const FACTS_TOKENS = 600;
const PIECES = 2;
/** On top of the first attempt, and only before anything came: a stream that began is never begun again. */
const RETRIES = 2;
/** What this tool returns is new, and quoted no less a draft than what the model writes itself. */
const WRITES = 'draft_letter';

export interface ModelEngineParts extends WorkbenchParts {
  memory: Memory;
  facts: CoachFacts;
  chat: ChatModel;
}

/** The engine that asks a language model, with the relevant past before it and tools to look further. */
export function modelEngine(parts: ModelEngineParts): Engine {
  const { memory, chat, clock } = parts;
  return async (question) => {
    const { user, kept, settled, utcOffset, signal } = question;
    const workbench = openWorkbench(parts, user);
    const query = aboutWhat(question.message, question.conversation);
    const past = await memory.context(user, {
      query,
      token_budget: MEMORY_TOKENS,
      conversation_id: question.conversationId,
      exclude: [kept.id],
      utc_offset: utcOffset,
      signal,
    });
    // «No, it was 52,000» has no word that the salary would be found by: it comes with what it corrects.
    const corrected = await withCorrections(memory, question, past.recalled);
    const pieces = searchPlaybook(query, PIECES).filter((hit) => hit.good);
    const conversation = withinBudget(question.conversation, PROMPT_TOKENS);
    const earlier = await earlierPart(parts, question, { query, shown: conversation.length });
    const material = new Material(utcOffset);
    const known = factsForPrompt(await parts.facts.about(user, {}), question.message, FACTS_TOKENS);
    material.addFacts(known.used);
    material.addFacts(settled?.facts ?? []);
    material.addMemories(past.recalled);
    material.addMemories(corrected.flatMap(({ by }) => by));
    material.addMemories(earlier.quoted);
    material.addPieces(pieces.map((hit) => hit.piece));
    const messages = modelMessages({
      conversation,
      earlier: earlier.text,
      message: question.message,
      today: dayAt(clock.now(), utcOffset),
      facts: [settled && `Settled by their message: ${settled.text}`, known.text].filter(Boolean).join('\n'),
      memory: [past.context, correctionLines(corrected, utcOffset)].filter(Boolean).join('\n\n'),
      workbench: await stateOf(workbench),
      pieces: pieces.map((hit) => hit.piece),
    });
    const shown = textsIn(messages);
    const text = ask({ ...parts, workbench, question, messages, material, shown });
    return {
      engine: chat.engine,
      material,
      shown,
      metadata: { prompt: PROMPT_VERSION, fit: fitOf(query, past.recalled) },
      text: await primed(text),
    };
  };
}

interface Asking extends ModelEngineParts {
  workbench: Workbench;
  question: Question;
  messages: ReturnType<typeof modelMessages>;
  material: Material;
  /** What tools return is added to it. */
  shown: string[];
}

/** The model's text as it comes, over all its steps. Every failure leaves as an `AppError`. */
async function* ask(asking: Asking): AsyncGenerator<string> {
  const { chat, config, question, messages, shown } = asking;
  let said = false;
  try {
    const result = streamText({
      model: chat.languageModel,
      instructions: INSTRUCTIONS,
      messages,
      tools: coachTools(asking),
      stopWhen: isStepCount(MOST_STEPS),
      prepareStep: ({ stepNumber }) =>
        stepNumber === MOST_STEPS - 1 ? { instructions: LAST_STEP } : undefined,
      maxRetries: RETRIES,
      abortSignal: question.signal,
      ...callSettings(config),
      // Errors arrive in the stream as well; without this they would be printed too.
      onError: () => {},
    });
    for await (const part of result.stream) {
      if (part.type === 'error') throw part.error;
      if (part.type === 'abort') throw new DOMException('The reader went away', 'AbortError');
      if (part.type === 'tool-result' && part.toolName !== WRITES) shown.push(...textsIn(part.output));
      // What is said before and after a look-up are two paragraphs.
      if (part.type === 'text-start' && said) yield '\n\n';
      if (part.type !== 'text-delta' || !part.text) continue;
      said ||= part.text.trim() !== '';
      yield part.text;
    }
    if (!said) throw new NoContentGeneratedError();
  } catch (error) {
    throw providerFailure(error);
  }
}

/** All texts of a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Waits for the first piece, so that a failure before it can still be answered with a status of its own. */
async function primed(text: AsyncGenerator<string>): Promise<AsyncIterable<string>> {
  const first = await text.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* text;
  })();
}
