import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { type ChatAnswer, type ChatApp, chatApp, USER } from '../../../test/chat-app.ts';

let app: ChatApp;
beforeAll(async () => {
  app = await chatApp();
});
afterEach(async () => {
  await app.context.memory.forgetEverything(USER);
});
afterAll(() => app.close());

const talk = (...messages: string[]) => app.talk(...messages);
const quotes = ({ reply }: ChatAnswer) => reply.split('\n').filter((line) => line.startsWith('> '));

describe('one of several that the person told of', () => {
  const OFFERS = 'I have an offer from Siemens for 70k and one from Bosch for 65k with 30 days of holiday.';

  it('is answered with what was said of it alone, from the message that says it', async () => {
    const [, second, first, named] = await talk(
      OFFERS,
      'How much is the second one?',
      'And the first one?',
      'And Bosch?',
    );
    expect(quotes(second!)).toEqual(['> … Bosch for 65k with 30 days of holiday']);
    expect(second!.memories.map(({ text }) => text)).toEqual([OFFERS]);
    expect(quotes(first!)).toEqual(['> … Siemens for 70k …']);
    expect(quotes(named!)).toEqual(['> … Bosch for 65k with 30 days of holiday']);
  });

  it('comes before what the coach named unasked', async () => {
    const [told, first, last] = await talk(
      'I have interviews at Miele on Tuesday, at Lufthansa on Thursday and at Aldi on Friday.',
      'When is the first one?',
      'And the last?',
    );
    expect(told!.reply).toContain('What may help now');
    expect(quotes(first!)).toEqual(['> … Miele on Tuesday …']);
    expect(quotes(last!)).toEqual(['> … Aldi on Friday']);
  });

  it('may be told of in clauses; the other one is the other one', async () => {
    const clauses = 'Siemens offered me 70k with a bonus and Bosch offered me 65k with 30 days of holiday.';
    const [, which, other] = await talk(clauses, 'Which one pays more?', 'And the other one?');
    expect(quotes(which!)).toEqual([`> ${clauses}`]);
    expect(quotes(other!)).toEqual(['> … Bosch offered me 65k with 30 days of holiday']);
    const [, second, first] = await talk(clauses, 'How much is the second one?', 'And the other one?');
    expect(quotes(second!)).toEqual(['> … Bosch offered me 65k with 30 days of holiday']);
    expect(quotes(first!)).toEqual(['> Siemens offered me 70k with a bonus …']);
  });

  it('is looked up by its name where its own words do not tell', async () => {
    await talk('At Bosch I would start on the first of March.');
    const [, when] = await talk(OFFERS, 'When would I start at the second one?');
    expect(quotes(when!)).toEqual(['> At Bosch I would start on the first of March.']);
  });

  it('is not quoted back to who goes on telling', async () => {
    const [, told] = await talk(OFFERS, 'I have accepted the second one.');
    expect(quotes(told!)).toEqual([]);
  });
});

describe('one of what the coach listed', () => {
  it('is answered with the step and its piece', async () => {
    const [piece, second, third, more] = await talk(
      'Give me three tips for a panel interview.',
      'Explain the second one.',
      'And the third?',
      'Tell me more',
    );
    const steps = piece!.reply.split('\n').filter((line) => /^\d\. /.test(line));
    expect(quotes(second!)[0]).toBe(`> ${steps[1]!.slice(3)}`);
    expect(second!.sources).toContainEqual(expect.objectContaining({ id: 'panel-interview', cited: true }));
    expect(quotes(third!)[0]).toBe(`> ${steps[2]!.slice(3)}`);
    // It goes on about the step, and not about whatever «the third» is found in.
    expect(more!.reply).not.toContain('How many jobs');
  });

  it('is the piece that a bullet named, where nobody told of several', async () => {
    const [told, second] = await talk('I have an interview on Friday.', 'Tell me more about the second one.');
    const bullets = told!.reply.split('\n').filter((line) => line.startsWith('- '));
    const title = /\*\*(.+?)\*\*/.exec(bullets[1]!)![1]!;
    expect(second!.reply).toMatch(new RegExp(`^\\*\\*${title}\\*\\*\n`));
  });
});

test('«she» and «he» are those that the words stand with', async () => {
  const told = [
    'I interviewed with Anna Schmidt at Otto. She said the team is small.',
    'I interviewed with Ben Wolf at Zalando. He said the budget is tight.',
  ];
  const [, , she, he] = await talk(...told, 'What did she say?', 'What did he say?');
  expect(quotes(she!)).toEqual([`> ${told[0]}`]);
  expect(quotes(he!)).toEqual([`> ${told[1]}`]);
});

test('«and in Berlin?» is answered as the question that it stands for', async () => {
  const [, , , berlin] = await talk(
    'My flat in Hamburg costs 940 euros a month.',
    'In Berlin a flat costs 1,250 euros a month.',
    'How much is a flat in Hamburg?',
    'And in Berlin?',
  );
  expect(quotes(berlin!)).toEqual(['> In Berlin a flat costs 1,250 euros a month.']);
});
