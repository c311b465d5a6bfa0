import { callSettings, generateStructured } from '../../../ai/index.ts';
import { AppError } from '../../../kernel/errors.ts';
import { assemble, type Block, block, type Piece } from '../assemble.ts';
import type { LetterParts } from '../deps.ts';
import { greetingOf, subjectOf } from '../draft/frame.ts';
import type { Said } from '../draft/motivation.ts';
import { phrases } from '../draft/phrases.ts';
import { countWords, type Evidence, type LetterWarning } from '../letter.ts';
import type { Materials } from '../materials.ts';
import { Gate } from './gate.ts';
import {
  Draft,
  type DraftSentence,
  INSTRUCTIONS,
  letterPrompt,
  type Refused,
  Repairs,
  repairPrompt,
} from './prompt.ts';

/** With fewer words about the person and the job than this it is no letter. */
const FEWEST_WORDS = 70;
const MOST_SENTENCES = 60;

interface Judged {
  paragraph: number;
  sentence: DraftSentence;
  verdict: ReturnType<Gate['judge']>;
}

export interface Written {
  text: string;
  evidence: Evidence[];
  warnings: LetterWarning[];
}

/**
 * A letter by a language model. What the gate refuses is sent back once, and dropped with a warning where it still
 * cannot stand. Throws `letter_unsupported` (502) where too little is left, and what the model's calls throw.
 */
export async function modelLetter(
  { chat, config }: { chat: NonNullable<LetterParts['chat']>; config: LetterParts['config'] },
  materials: Materials,
  said: readonly Said[],
  now: Date,
  signal?: AbortSignal,
): Promise<Written> {
  const gate = new Gate(materials, said, now);
  const prompt = letterPrompt(materials, said);
  const call = { chat, instructions: INSTRUCTIONS, ...callSettings(config), ...(signal && { signal }) };
  const draft = await generateStructured({ ...call, schema: Draft, name: 'application_letter', prompt });
  let sentences: Judged[] = draft.paragraphs
    .flatMap(({ sentences }, paragraph) =>
      sentences.map((sentence) => ({ paragraph, sentence: tidied(sentence) })),
    )
    .filter(({ sentence }) => sentence.text !== '')
    .slice(0, MOST_SENTENCES)
    .map((one) => ({ ...one, verdict: gate.judge(one.sentence) }));

  const refused = refusedOf(sentences);
  if (refused.length > 0) {
    const repairs = await generateStructured({
      ...call,
      schema: Repairs,
      name: 'letter_repairs',
      prompt: repairPrompt(prompt, refused),
    });
    sentences = sentences.map((one, index) => {
      const repair = repairs.sentences.find((given) => given.index === index);
      if (one.verdict.refused === undefined || !repair) return one;
      const sentence = tidied(repair);
      return { ...one, sentence, verdict: gate.judge(sentence) };
    });
  }
  const kept = sentences.filter(
    ({ verdict, sentence }) => verdict.refused === undefined && sentence.text !== '',
  );
  const words = countWords(kept.map(({ sentence }) => sentence.text).join(' '));
  const provesAnything = kept.some(
    ({ verdict }) => verdict.refused === undefined && verdict.sources.some(({ kind }) => kind !== 'job'),
  );
  if (words < FEWEST_WORDS || !provesAnything) throw tooLittleLeft(refused.length);
  return { ...set(materials, draft, kept, gate), warnings: dropped(sentences) };
}

const tidied = ({ text, sources }: DraftSentence): DraftSentence => ({
  text: text.replace(/\s+/g, ' ').trim(),
  sources: sources.filter(({ quote }) => quote.trim() !== ''),
});

const refusedOf = (sentences: readonly Judged[]): Refused[] =>
  sentences.flatMap(({ sentence, verdict }, index) =>
    verdict.refused === undefined ? [] : [{ index, text: sentence.text, reason: verdict.refused }],
  );

function dropped(sentences: readonly Judged[]): LetterWarning[] {
  return refusedOf(sentences)
    .filter(({ text }) => text !== '')
    .map(({ text, reason }) => ({
      code: 'sentence_dropped',
      message: `Left out: «${text.slice(0, 200)}», because ${reason}.`,
    }));
}

function set(
  materials: Materials,
  draft: { greeting: string; sign_off: string },
  kept: readonly Judged[],
  gate: Gate,
) {
  const { cv, job, tone } = materials;
  const words = phrases[tone];
  const framed = (given: string, ours: string) => {
    const line = given.replace(/\s+/g, ' ').trim();
    return line !== '' && gate.holdsFrame(line) ? line : ours;
  };
  const paragraphs = [...new Set(kept.map(({ paragraph }) => paragraph))].map((number) =>
    block(...kept.filter(({ paragraph }) => paragraph === number).map(pieceOf)),
  );
  const name = cv.resume.basics?.name;
  const blocks: Block[] = [
    block(subjectOf(job)),
    block(framed(draft.greeting, greetingOf(job, words))),
    ...paragraphs,
    block(framed(draft.sign_off, words.signOff)),
    {
      pieces: [
        name
          ? { text: name, sources: [{ kind: 'cv', pointer: '/basics/name', quote: name }] }
          : { text: '[Your name]' },
      ],
      tight: true,
    },
  ];
  return assemble(blocks);
}

const pieceOf = ({ sentence, verdict }: Judged): Piece => ({
  text: sentence.text,
  ...(verdict.refused === undefined && verdict.sources.length > 0 && { sources: verdict.sources }),
});

const tooLittleLeft = (refused: number) =>
  new AppError('letter_unsupported', {
    status: 502,
    title: 'The language model wrote no letter that can stand',
    detail: `Too little was left of its letter: ${refused} of its sentences state what neither the CV nor the messages hold, or name no source.`,
    remedy: 'Try again, or set LLM_MODEL to a stronger model.',
  });
