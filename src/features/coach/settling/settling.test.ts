import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { type ChatApp, chatApp, USER } from '../../../../test/chat-app.ts';
import { says, startFakeOpenAI } from '../../../../test/fakes/index.ts';

let app: ChatApp;
beforeAll(async () => {
  app = await chatApp();
});
afterEach(async () => {
  await app.context.memory.forgetEverything(USER);
});
afterAll(() => app.close());

/** One conversation; the replies in their order. */
const talk = async (...messages: string[]) => (await app.talk(...messages)).map(({ reply }) => reply);

const so = async () => (await app.context.facts.current(USER)).map(({ value }) => value).sort();
const WHICH = 'Which is right now?';

describe('the answer to which of two is right', () => {
  it.each([
    ['I meant Potsdam.', ['Potsdam']],
    ['Potsdam is right.', ['Potsdam']],
    ['Potsdam.', ['Potsdam']],
    ['The second one.', ['Potsdam']],
    ['the old one', ['Berlin']],
    ["It's Munich now.", ['Munich']],
    ['Neither. I live in Munich.', ['Munich']],
    ['Neither.', []],
    ['I live in Potsdam.', ['Potsdam']],
  ])('«%s» settles it, and the coach says so', async (answer, expected) => {
    const [, asked, noted] = await talk('I live in Berlin.', 'I live in Potsdam.', answer);
    expect(asked).toContain(WHICH);
    expect(noted).toMatch(/^Noted\. Where you live: /);
    expect(noted).not.toContain(WHICH);
    expect(await so()).toEqual(expected);
  });

  it('is a statement of the message that gives it, and nothing is deleted', async () => {
    await talk('I live in Berlin.', 'I live in Potsdam.', 'Berlin is right.');
    const { facts } = await app.context.facts.list(USER, {});
    const reply = (await app.remembered()).find(({ text }) => text === 'Berlin is right.')!;
    const [said, potsdam, berlin] = facts;
    expect(said).toMatchObject({ value: 'Berlin', source_message_id: reply.message_id, ended: 'repeat' });
    expect(potsdam).toMatchObject({ value: 'Potsdam', ended: 'correction', superseded_by: berlin!.id });
    await app.context.memory.forgetMessage(USER, reply.id);
    expect(await so()).toEqual(['Berlin', 'Potsdam']);
  });

  it('may be both: they stay, are not asked about again, and end with the next move', async () => {
    const replies = await talk(
      'I live in Berlin.',
      'I live in Potsdam.',
      'Both. I commute.',
      'I live in Potsdam.',
      'Where do I live?',
    );
    expect(replies[2]).toContain('I keep both');
    expect(replies.slice(2).join()).not.toContain(WHICH);
    expect(replies[4]).toMatch(/\*\*Potsdam\*\*[\s\S]*\*\*Berlin\*\*/);
    const current = await app.context.facts.current(USER);
    expect(current.map(({ value, contradicts }) => [value, contradicts])).toEqual([
      ['Potsdam', []],
      ['Berlin', []],
    ]);
    const listed = (await app.context.facts.list(USER, { current: true })).facts;
    expect(listed.flatMap(({ contradicts }) => contradicts)).toEqual([]);
    await talk('I moved to Rome.');
    expect(await so()).toEqual(['Rome']);
  });

  it('is asked for again where a third differs from both', async () => {
    const replies = await talk('I live in Berlin.', 'I live in Potsdam.', 'Both.', 'I live in Bremen.');
    expect(replies[3]).toContain(WHICH);
  });

  it.each(['Potsdam has nice parks.', 'Thanks.', 'How do I ask for a raise?'])(
    'is not given by «%s»',
    async (answer) => {
      await talk('I live in Berlin.', 'I live in Potsdam.', answer);
      expect(await so()).toEqual(['Berlin', 'Potsdam']);
    },
  );

  it('is given in the conversation that asked alone', async () => {
    await talk('I live in Berlin.', 'I live in Potsdam.');
    await talk('Potsdam.');
    expect(await so()).toEqual(['Berlin', 'Potsdam']);
  });

  it('is taken for what it is, and the question beside it is answered', async () => {
    const [, , reply] = await talk(
      'I live in Berlin.',
      'I live in Potsdam.',
      'Potsdam. How do I ask for a raise?',
    );
    expect(reply).toContain('_From the playbook (ask-for-a-raise)');
    expect(reply).toContain('Noted. Where you live: **Potsdam**');
  });

  it('reaches a model, which asks in its own words and is told what was settled', async () => {
    const fake = await startFakeOpenAI();
    const withModel = await chatApp({ provider: 'openai', baseUrl: fake.url });
    let conversation_id: string | undefined;
    const say = async (message: string, answer: string) => {
      fake.script(says(answer));
      const response = await withModel.post({ message, conversation_id });
      conversation_id = ((await response.json()) as { conversation_id: string }).conversation_id;
    };
    await say('I live in Berlin.', 'Good to know.');
    await say('I live in Potsdam.', 'Earlier you named Berlin. Is it Potsdam or Berlin?');
    await say('The first one.', 'Noted.');
    expect(JSON.stringify(fake.requests.at(-1)?.body)).toContain(
      'Settled by their message: Noted. Where you live: **Potsdam**. No longer: **Berlin**',
    );
    expect((await withModel.context.facts.current(USER)).map(({ value }) => value)).toEqual(['Potsdam']);
    await withModel.close();
    await fake.close();
  });
});

describe('a correction right after', () => {
  it.each([
    ['I live in Leon.', 'No, I meant Lyon.', 'Lyon'],
    ['I live in Leon.', 'sorry, Lyon', 'Lyon'],
    ['I live in Leon.', 'i meant lyon', 'Lyon'],
    ['I live in Leon.', 'I meant Rome.', 'Rome'],
    ['I earn 50k a year.', 'Sorry, 52k', '52000 per year'],
    ['I earn 50k a year.', 'Make that 52,000.', '52000 per year'],
  ])('«%s», «%s»', async (said, correction, value) => {
    const [, reply] = await talk(said, correction);
    expect(reply).toMatch(/^Noted as a correction of this:/);
    expect(await so()).toEqual([value]);
    const { facts } = await app.context.facts.list(USER, {});
    const message = (await app.remembered()).find(({ text }) => text === correction)!;
    expect(facts[0]).toMatchObject({ value, change: 'correction', source_message_id: message.message_id });
    expect(facts[1]).toMatchObject({ ended: 'correction', superseded_by: facts[0]!.id });
  });

  test('of one of several facts is of the one that was nearly written so', async () => {
    await talk('I live in Leon. I work at Acme.', 'Sorry, Acne');
    expect(await so()).toEqual(['Acne', 'Leon']);
  });

  it.each([
    'No, thanks',
    'No, Friday.',
    'Sorry, I have to go',
    'No, it was nice',
    'Sorry, Tom called',
    'No, 3 of them',
  ])('«%s» corrects no fact', async (message) => {
    await talk('I live in Leon.', message);
    expect(await so()).toEqual(['Leon']);
  });

  it('is of what was said just before, and of nothing earlier', async () => {
    await talk('I live in Leon.', 'My sister visits us.', 'No, I meant Lyon.');
    expect(await so()).toEqual(['Leon']);
  });
});
