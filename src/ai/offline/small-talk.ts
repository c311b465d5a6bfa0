import type { Kind } from './kind.ts';
import type { OfflineReply } from './types.ts';

const ABILITIES = [
  'I am a career coach with a memory. Here is what I do:',
  '',
  '- **Remember.** What you tell me here stays, and I find it again: ask «When did I apply to …?» or «What do you know about me?»',
  '- **Advise.** Ask about CVs, applications, interviews, pay, offers, changing careers, or leaving well. I answer from a written playbook and name its sources.',
  '- **Connect the two.** Where something you told me bears on a question, I quote it, with its date.',
  '',
  'I never guess about you: what you have not told me, I do not know.',
].join('\n');

const ANSWERS: Partial<Record<Kind, { first: string; again: string }>> = {
  greeting: {
    first: 'Hello. What are you working on: a CV, an application, an interview, an offer, or the next step?',
    again: 'Hello again. Where shall we go on?',
  },
  thanks: {
    first: 'You are welcome. I have kept what you told me for the next time.',
    again: 'You are welcome. I have kept what you told me for the next time.',
  },
  farewell: {
    first: 'Goodbye, and good luck. I will remember where we were.',
    again: 'Goodbye, and good luck. I will remember where we were.',
  },
  abilities: { first: ABILITIES, again: ABILITIES },
};

/** Short answers to what is neither a question about a career nor news. Null for everything else. */
export function smallTalk(kind: Kind, isFirst: boolean): OfflineReply | null {
  const answer = ANSWERS[kind];
  if (!answer) return null;
  return { kind: 'small-talk', text: isFirst ? answer.first : answer.again, memories: [], advice: [] };
}
