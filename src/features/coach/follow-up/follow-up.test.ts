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
    ['the second one', list, 'item', 'Practise aloud'],
    ['And the last point?', list, 'item', 'Sleep well'],
    ['number 1?', list, 'item', 'Collect six stories'],
    ['the fifth one?', list, 'subject', 'How do I prepare?\nthe fifth one?'],
    ['Why?', list, 'subject', 'How do I prepare?\nWhy?'],
    ['How long did that take?', rent, 'subject', 'How much is my flat in Hamburg?\nHow long did that take?'],
  ])('«%s» is looked up with what it follows', (message, before, how, query) => {
    expect(resolveFollowUp(message, before)).toMatchObject({ how, query });
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

  it.each<[string, string[]]>([
    [
      'I have an offer from Siemens for 70k and one from Bosch for 65k.',
      ['Siemens for 70k', 'Bosch for 65k'],
    ],
    [
      'Interviews at Miele on Tuesday, at Lufthansa on Thursday and at Aldi on Friday, but I am nervous.',
      ['Miele on Tuesday', 'Lufthansa on Thursday', 'Aldi on Friday'],
    ],
    [
      'Contoso offered me 70k and Litware offered me 65k.',
      ['Contoso offered me 70k', 'Litware offered me 65k'],
    ],
    ['Contoso pays 70k. Litware pays 65k. I am unsure.', ['Contoso pays 70k', 'Litware pays 65k']],
    ['I have offers from Contoso and Fabrikam.', ['Contoso', 'Fabrikam']],
    ['I live in Berlin and I work at Acme.', []],
    ['Anna offered to help and I went home.', []],
  ])('«%s» lists', (text, items) => {
    const told: Turn[] = [{ role: 'user', text }];
    const found = [...items.keys()].map((at) => resolveFollowUp(`number ${at + 1}?`, told).item?.words);
    expect(found).toEqual(items);
    expect(resolveFollowUp(`number ${items.length + 1}?`, told).item).toBeUndefined();
  });

  it('asks of another one what was asked of the one before, without the ordinal', () => {
    const offers = talk('I have an offer from Contoso for 70k and one from Litware for 65k.', 'Kept.');
    const first = resolveFollowUp('How much is the first one?', offers);
    expect(first).toMatchObject({
      query: 'Contoso for 70k\nHow much is Contoso?',
      asks: 'How much is Contoso?',
    });
    const asked = [...offers, ...talk('How much is the first one?', '70k.')];
    for (const message of ['And the second one?', 'And the other one?', 'And Litware?'])
      expect(resolveFollowUp(message, asked).asks).toBe('How much is Litware?');
    const other = [...offers, ...talk('How much is the second one?', '65k.')];
    expect(resolveFollowUp('And the other one?', other).asks).toBe('How much is Contoso?');
  });

  it('points into what the coach named unasked only where nothing else is listed', () => {
    const unasked =
      'Kept.\n\nWhat may help now, from the playbook:\n\n- **A**: one\n- **B**: two\n\nAsk me about any.';
    expect(resolveFollowUp('the second one', talk('I am nervous.', unasked)).item?.words).toBe('B: two');
    const told = talk('I have offers from Contoso and Fabrikam.', unasked);
    expect(resolveFollowUp('the second one', told).item?.words).toBe('Fabrikam');
  });

  it.each([
    ['What did she say?', 'Anna Schmidt'],
    ['What did he ask?', 'Ben Wolf'],
  ])('«%s» is of %s', (message, name) => {
    const met = talk(
      'I met Anna Schmidt. She was kind.',
      'Good.',
      'Then I met Ben Wolf. He was late.',
      'I see.',
    );
    expect(resolveFollowUp(message, met).person?.name).toBe(name);
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
