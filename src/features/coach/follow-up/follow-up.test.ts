import { describe, expect, it } from 'vitest';
import { resolveFollowUp, type Turn } from './index.ts';

const talk = (...texts: string[]): Turn[] =>
  texts.map((text, at) => ({ role: at % 2 ? 'assistant' : 'user', text }));

const rent = talk('How much is my flat in Hamburg?', 'You said 940 euros.');
const list = talk(
  'How do I prepare?',
  'Do this:\n\n1. **Collect** six stories\n2. Practise aloud\n3. Sleep well',
);

describe('a follow-up', () => {
  it.each<[string, Turn[], string, string]>([
    ['and in Berlin?', rent, 'slot', 'How much is my flat in Berlin?'],
    ['ok, what about Berlin then?', rent, 'slot', 'How much is my flat in Berlin?'],
    ['and my parking space?', rent, 'slot', 'How much is my parking space in Hamburg?'],
    ['And in 2024?', talk('What did I earn in 2025?', 'X'), 'slot', 'What did I earn in 2024?'],
    ['the second one', list, 'item', 'Practise aloud\nthe second one'],
    ['And the last point?', list, 'item', 'Sleep well\nAnd the last point?'],
    ['number 1?', list, 'item', 'Collect six stories\nnumber 1?'],
    ['the fifth one?', list, 'subject', 'How do I prepare?\nthe fifth one?'],
    ['Why?', list, 'subject', 'How do I prepare?\nWhy?'],
    ['How long did that take?', rent, 'subject', 'How much is my flat in Hamburg?\nHow long did that take?'],
  ])('«%s» is looked up with what it follows', (message, before, how, query) => {
    expect(resolveFollowUp(message, before)).toEqual({ how, query });
  });

  it('follows from a follow-up', () => {
    const chain = [...rent, ...talk('And in Berlin?', '1,250 euros.', 'Why?', 'I do not know.')];
    expect(resolveFollowUp('And in Leipzig?', chain).query).toBe('How much is my flat in Leipzig?');
    expect(resolveFollowUp('Is that a lot?', chain).query).toBe(
      'How much is my flat in Berlin?\nIs that a lot?',
    );
  });

  it('names the person that it is about', () => {
    const about = talk(
      'My manager Jonas ignores me.',
      'Since when?',
      'Since May. What about my raise?',
      'Ask.',
    );
    expect(resolveFollowUp('What did he say?', about).query).toContain('Jonas');
  });

  it.each([
    'Is it normal to be nervous before an interview?',
    'The first thing I want to change is my commute.',
    'What should I do this week to find a job?',
    'That said, I wrote to the head of the department yesterday.',
    'I accepted the offer from Fabrikam this morning.',
    'And yesterday I got a call from Contoso.',
    'How do I answer why I left my last job?',
  ])('«%s» is none', (message) => {
    for (const before of [rent, list, []])
      expect(resolveFollowUp(message, before)).toEqual({ how: 'itself', query: message });
  });

  it('is quick with long and hostile text', () => {
    const hostile = ['the ', 'a, ', 'and A and B ', 'in in ', '1. ', '> x\n', 'My manager A ', 'that is '];
    const before = hostile.flatMap((part) => talk(`${part.repeat(5_000)}?`, part.repeat(5_000)));
    const started = performance.now();
    for (const part of hostile) resolveFollowUp(`${part.repeat(70)}?`.slice(0, 299), before);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
