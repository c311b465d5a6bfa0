import type { EmbeddingEngine } from '../../src/ai/index.ts';
import { readMessage } from '../../src/memory/rank/reading.ts';
import { analyzeText } from '../../src/memory/text/analyze.ts';
import type { Labelled, Stored } from './data.ts';

/*
 * A memory that kept only what somebody typed: questions and remarks of different days. For a new question, the
 * earlier ones that mean the same are what it can find. Made up for this purpose; each group's first line asks.
 */
const GROUPS: readonly (readonly string[])[] = [
  [
    'How can I prepare for a job interview?',
    'Tips for getting ready for interviews',
    'What questions do interviewers usually ask?',
    'Interview preparation checklist',
  ],
  [
    'How do I write a cover letter?',
    'What belongs in a good cover letter?',
    'Application letter examples',
    'Help me start my covering letter',
  ],
  [
    'How do I explain a gap in my resume?',
    'What to say about two years without work?',
    'Career break on a CV',
    'How should I talk about being unemployed?',
  ],
  [
    'Should I learn Python or JavaScript first?',
    'Best programming language for beginners',
    'Which coding language is easiest to start with?',
  ],
  [
    'How do I deal with a difficult boss?',
    'My manager is impossible, any advice?',
    'Coping with a bad supervisor',
    'How to handle conflict with my manager?',
  ],
  [
    'How do I find remote work?',
    'Where are jobs from home advertised?',
    'Websites for remote positions',
    'Working from anywhere: how do I start?',
  ],
  [
    'What is the best way to build a professional network?',
    'How to meet people in my industry?',
    'Networking advice for introverts',
  ],
  [
    'How do I resign politely?',
    'Writing a resignation letter',
    'What is the nicest way to quit my job?',
    'How much notice do I have to give?',
  ],
  [
    'How can I stop being nervous before presentations?',
    'Fear of public speaking',
    'Any tricks against stage fright?',
  ],
  [
    'How do I change careers at forty?',
    'Is it too late for a new profession?',
    'Switching fields in midlife',
    'Career change advice',
  ],
  ['What should I cook for dinner tonight?', 'Easy recipes for the evening', 'Ideas for a quick supper'],
  ['How do I sleep better?', 'I keep waking up at night, what helps?', 'Advice against insomnia'],
  [
    'How much should I save every month?',
    'Tips for putting money aside',
    'Building an emergency fund',
    'Monthly budget planning',
  ],
  [
    'How do I improve my LinkedIn profile?',
    'What makes a good LinkedIn headline?',
    'Making recruiters notice my profile',
  ],
  [
    'Where should we go on holiday?',
    'Cheap places to travel in summer',
    'Vacation ideas for a family of four',
  ],
  ['How do I train for a half marathon?', 'Running plan for beginners', 'What do I eat before a long run?'],
];

const REMARKS: readonly string[] = [
  'I watered the tomatoes this morning.',
  'My flight to Oslo was cancelled.',
  'The recruiter from the bank called again.',
  'I finished the statistics course with a good grade.',
  'Our neighbour plays the trumpet at night.',
  'I would like to live closer to the sea.',
  'The dentist moved my appointment to Thursday.',
  'I sent the invoice to the bakery.',
  'My brother got engaged in March.',
  'I left the agency because the hours were too long.',
  'The new keyboard arrived and it is far too loud.',
  'We painted the hallway green.',
  'I speak Polish and a little Danish.',
  'The portfolio site went online yesterday.',
  'I lost my umbrella on the tram.',
  'My cat Pepper is afraid of the vacuum cleaner.',
  'Can you check the formatting of my report?',
  'Does this photo look serious enough?',
  'Could you translate this paragraph for me?',
  'Is the deadline on Friday or on Monday?',
  'ok',
  'thanks, that helped',
];

/** Others' lines in each made-up memory. */
const OTHERS = 12;

/** One small memory a group: its lines, spread among others, all typed by one person on different days. */
export async function paraphrases(engine: EmbeddingEngine): Promise<Labelled[]> {
  const texts = [...new Set([...GROUPS.flat(), ...REMARKS])];
  const made: Float32Array[] = [];
  for (let i = 0; i < texts.length; i += engine.maxBatch) {
    made.push(...(await engine.embed(texts.slice(i, i + engine.maxBatch))));
  }
  const vectors = new Map(texts.map((text, i) => [text, made[i]!]));
  return GROUPS.flatMap((group, g) => {
    const unrelated = [...GROUPS.filter((other) => other !== group).flat(), ...REMARKS];
    return [0, 1].map((variant): Labelled => {
      const wanted = group.slice(1);
      // Steps that share no factor with the list's length spread the choice over all of it.
      const others = Array.from(
        { length: OTHERS },
        (_, k) => unrelated[(g * 13 + variant * 29 + k * 7) % unrelated.length]!,
      );
      const lines = [...new Set([...wanted, ...others])].sort(
        (a, b) => ((a.length * 31 + g) % 17) - ((b.length * 31 + g) % 17) || (a < b ? -1 : 1),
      );
      const messages = lines.map(
        (text, i): Stored => ({
          id: text,
          conversation: variant ? null : `c${i % 4}`,
          role: 'user',
          text,
          createdAt: new Date(Date.UTC(2024, 0, 1 + i)),
          vector: vectors.get(text)!,
          analyzed: analyzeText(text),
          reading: readMessage(text),
        }),
      );
      const question = { question: group[0]!, vector: vectors.get(group[0]!)!, evidence: new Set(wanted) };
      return { file: 'paraphrases', source: 'paraphrases', messages, questions: [question] };
    });
  });
}
