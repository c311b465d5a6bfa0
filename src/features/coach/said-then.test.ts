import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ChatApp, chatApp, USER } from '../../../test/chat-app.ts';

const DAY = 86_400_000;

let app: ChatApp;
beforeEach(async () => {
  app = await chatApp();
});
afterEach(() => app.close());

/** At noon of that day; what is told later a second later. */
const daysAgo = (days: number, seconds = 0) =>
  new Date((Math.floor(Date.now() / DAY) - days + 0.5) * DAY + 1_000 * seconds);
const remember = (...said: [days: number, text: string][]) =>
  app.context.memory.remember(
    USER,
    said.map(([days, text], i) => ({ role: 'user', text, created_at: daysAgo(days, i) })),
  );
const reply = async (message: string) => (await app.talk(message))[0]!;

test('who asks for nothing but a time is told what they said then, in its order', async () => {
  await remember(
    [40, 'I applied at Siemens.'],
    [1, 'They offered me 60,000 euros.'],
    [1, 'I like the team.'],
  );
  const { reply: text, memories } = await reply('What did I tell you yesterday?');
  expect(text).toMatch(
    /^On \d+ \w+ \d{4} you said:\n\n> They offered me 60,000 euros\.\n\n> I like the team\./,
  );
  expect(text).not.toContain('Siemens');
  expect(memories).toHaveLength(2);
});

test('days begin where the person is', async () => {
  const now = Date.now();
  const hours = new Date(now).getUTCHours();
  // Their clock says noon, so that a day ago it was noon of the day before.
  const ahead = 12 - hours;
  const utc_offset = `${ahead < 0 ? '-' : '+'}${String(Math.abs(ahead)).padStart(2, '0')}:00`;
  const hoursAgo = (count: number) => new Date(now - count * 3_600_000);
  await app.context.memory.remember(USER, [
    { role: 'user', text: 'I wrote to Siemens.', created_at: hoursAgo(11) },
    { role: 'user', text: 'I wrote to Bosch.', created_at: hoursAgo(14) },
    { role: 'user', text: 'I wrote to Audi.', created_at: hoursAgo(35) },
    { role: 'user', text: 'I wrote to Skoda.', created_at: hoursAgo(38) },
  ]);
  const response = await app.post({ message: 'What did I tell you yesterday?', utc_offset });
  const { reply: text } = (await response.json()) as { reply: string };
  expect(text.match(/^> .*/gm)).toEqual(['> I wrote to Audi.', '> I wrote to Bosch.']);
  expect(text.match(/^On /gm)).toHaveLength(1);
});

test('an answer from memory, and its source, tell the day there', async () => {
  const text = 'I played chess with Harold at the fair.';
  const created_at = new Date('2024-03-15T02:00:00Z');
  await app.context.memory.remember(USER, [{ role: 'user', text, created_at }]);
  const asked = { message: 'Who did I play chess with?', utc_offset: '-08:00' };
  const { reply: told, sources } = (await (await app.post(asked)).json()) as {
    reply: string;
    sources: { title: string; cited: boolean }[];
  };
  expect(told).toContain('On 14 March 2024 you said:');
  expect(sources[0]).toMatchObject({ title: 'What you said on 2024-03-14', cited: true });
});

test('of much that was said some is shown, and how much more there is', async () => {
  await remember(...Array.from({ length: 30 }, (_, i): [number, string] => [1, `Note ${i}.`]));
  const { reply: text } = await reply('What did we talk about yesterday?');
  expect(text.match(/^> /gm)).toHaveLength(8);
  expect(text).toContain('> Note 0.');
  expect(text).toContain('> Note 29.');
  expect(text).toContain('22 more messages are from then.');
});

test('where nothing was said then, that is the answer', async () => {
  await remember([40, 'I applied at Siemens.']);
  const { reply: text, memories } = await reply('What did I tell you yesterday?');
  expect(text).toMatch(/^You told me nothing then\./);
  expect(memories).toEqual([]);
});

test('asked what the coach said, it quotes itself', async () => {
  await app.context.memory.remember(USER, [
    { role: 'assistant', text: 'Ask them for a week to think.', created_at: daysAgo(1) },
  ]);
  const { reply: text } = await reply('What did you tell me yesterday?');
  expect(text).toMatch(/I told you:\n\n> Ask them for a week to think\./);
});

test('who asks for something else too is answered as ever', async () => {
  await remember([1, 'My salary expectation is 62,000 euros.'], [1, 'I like the team.']);
  expect((await reply('What did I say about my salary yesterday?')).reply).not.toContain('the team');
  expect((await reply('I talked yesterday.')).reply).not.toContain('you said:\n\n> I like');
});
