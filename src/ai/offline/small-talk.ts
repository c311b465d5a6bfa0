import type { Kind } from './kind.ts';
import type { OfflineReply } from './types.ts';

const ABILITIES = [
  'I am a career coach with a memory. Here is what I do:',
  '',
  '- **Remember.** What you tell me here stays, and I find it again: ask «When did I apply to …?» or «What do you know about me?»',
  '- **Advise.** Ask about CVs, applications, interviews, pay, offers, changing careers, or leaving well. I answer from a written playbook and name its sources.',
  '- **Look things up.** Ask «How does my CV fit the … job?», «What is wrong with my CV?» or «What should I follow up on this week?»',
  '- **Connect them.** Where something you told me bears on a question, I quote it, with its date.',
  '',
  'I never guess about you: what you have not told me, I do not know.',
].join('\n');

/** Before anything about careers. It says what a program cannot do, and who can. */
const CRISIS = [
  'I am sorry that it is this heavy. I am only a program that looks things up, so please talk to a person now:',
  '',
  '- **If you are in danger, call your emergency number**: 112 in Europe, 911 in the US and Canada, 999 in the UK.',
  '- **To talk to somebody at any hour**: call or text 988 in the US and Canada, call 116 123 in the UK and Ireland. For other countries, findahelpline.com lists free lines.',
  '- Or tell somebody near you, just as you told me.',
  '',
  'Work can wait. Nothing about a job, or the lack of one, says what you are worth.',
].join('\n');

const FORGET = [
  'I cannot delete anything by being told to in a chat, and I have deleted nothing. You can:',
  '',
  '- in a terminal: `npx interviewly forget --user YOU --matching "words"` shows what fits and asks before it deletes; `--everything` deletes all of it;',
  '- over HTTP: `DELETE /api/memory/messages/{id}`, `DELETE /api/memory/conversations/{id}`, or `DELETE /api/account` for all of it.',
  '',
  'What is deleted there is gone from every index, too.',
].join('\n');

const COMPLAINT =
  'I am sorry. I find answers by their words, and can miss what you mean. Say it once more with the words you used when you told me, or tell me what is right, and I will go by that.';

const IDENTITY =
  'No, I am not a person, and not a language model either: I am a program that looks up what you told me and what its playbook says, and quotes both. With a key set, a language model answers instead, and each answer says which.';

const ANSWERS: Partial<Record<Kind, { first: string; again: string }>> = {
  crisis: { first: CRISIS, again: CRISIS },
  forget: { first: FORGET, again: FORGET },
  complaint: { first: COMPLAINT, again: COMPLAINT },
  identity: { first: IDENTITY, again: IDENTITY },
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
