import { describe, expect, it } from 'vitest';
import { type Kind, readKind } from './kind.ts';

const table: [string, Kind][] = [
  ['Hi', 'greeting'],
  ['Hello there!', 'greeting'],
  ['Good morning', 'greeting'],
  ['Hello, how do I ask for a raise?', 'advice'],
  ['thanks!', 'thanks'],
  ['Thank you so much, that helped a lot', 'thanks'],
  ['Thanks, but what about the bonus?', 'question'],
  ['bye', 'farewell'],
  ['What can you do?', 'abilities'],
  ['Who are you?', 'abilities'],
  ['help', 'abilities'],
  ['What do you know about me?', 'about-you'],
  ['What have I told you so far?', 'about-you'],
  ['Summarize what you know about me', 'about-you'],
  ['How much does my subscription cost?', 'recall'],
  ['Have I ever worked with Kubernetes?', 'recall'],
  ['When did I apply to Contoso?', 'recall'],
  ['What did I say about remote work?', 'recall'],
  ["What's my current salary?", 'recall'],
  ['Who is my manager?', 'recall'],
  ['Remind me what I wanted to ask at the interview', 'recall'],
  ['Do you remember where I interviewed last?', 'recall'],
  ['What did you recommend for my CV?', 'recall'],
  ['Did you tell me to call them?', 'recall'],
  ['How do I ask for a raise?', 'advice'],
  ['Should I quit my job?', 'advice'],
  ['How long should my resume be?', 'advice'],
  ['How much notice do I have to give?', 'advice'],
  ['What should I wear to the interview?', 'advice'],
  ['Help me prepare for a phone screen', 'advice'],
  ['Write a cover letter for me', 'advice'],
  ['I was laid off last week. What should I do first?', 'advice'],
  ['Any tips for a panel interview?', 'advice'],
  ['What is the STAR method?', 'question'],
  ['I got an interview at Contoso on Friday', 'statement'],
  ['My salary is 70,000 euros.', 'statement'],
  ['I applied to three jobs today', 'statement'],
];

describe('readKind', () => {
  it.each(table)('%s', (message, kind) => {
    expect(readKind(message).kind).toBe(kind);
  });

  it('takes the part that asks for the question', () => {
    const message = 'I was laid off last week. My manager cried. What should I do first?';
    expect(readKind(message).question).toBe('What should I do first?');
  });

  it('reads the ends of a long message, and at once', () => {
    const started = performance.now();
    for (const part of ['how much ', 'what did x ', '? '])
      expect(readKind(`${part.repeat(20_000)} What should I do first?`).kind).toBe('advice');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('knows when a text is to be written, and when many sayings are wanted', () => {
    expect(readKind('Write a cover letter for me').wantsText).toBe(true);
    expect(readKind('How do I write a cover letter?').wantsText).toBe(false);
    expect(readKind('Can you summarize how my search went over time?').wantsMany).toBe(true);
  });
});
