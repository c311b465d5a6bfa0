import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestApp, testApp } from '../context.ts';

const wednesday = new Date('2026-03-04T10:00:00Z');
let app: TestApp;
beforeEach(async () => {
  app = await testApp({ overrides: { clock: { now: () => wednesday } } });
});
afterEach(() => app.close());

interface Reply {
  reply: string;
  engine: string;
  memories: { message_id: string }[];
}
async function ask(message: string): Promise<Reply> {
  const answer = await app.request('POST', '/api/chat', { body: { message, stream: false } });
  expect([answer.status, answer.text.slice(0, 200)]).toEqual([200, expect.any(String)]);
  return answer.body as Reply;
}
const tell = (message_id: string, text: string, day: string) =>
  app.context.memory.remember(app.userId, [
    { message_id, text, role: 'user', conversation_id: 'old', created_at: new Date(`${day}T09:00:00Z`) },
  ]);

test('«what did I say I’d do?» quotes what is open with its day, and says where nothing is', async () => {
  expect((await ask("What did I say I'd do?")).reply).toContain('no open promise');
  await tell('p1', "I'll update my CV by Friday.", '2026-02-20');
  await tell('p2', 'I promised to send the references to Ben by March 20.', '2026-03-02');
  await tell('p3', 'I need to call Anna back tomorrow.', '2026-03-02');
  await tell('p4', 'I called Anna.', '2026-03-03');
  const { reply, memories, engine } = await ask("What did I say I'd do?");
  expect(engine).toBe('offline');
  expect(reply).toContain('2 things that are still open');
  expect(reply).toMatch(/\*\*update my CV\*\* \(was due [^)]*27 February 2026\)/);
  expect(reply).toMatch(/> I promised to send the references to Ben by March 20\./);
  expect(reply).not.toContain('Anna');
  expect(memories.map(({ message_id }) => message_id).sort()).toEqual(['p1', 'p2']);
});

test('«what should I follow up on this week?» has what is due this week, beside applications', async () => {
  await tell('p1', "I'll update my CV by Friday.", '2026-03-03');
  await tell('p2', 'I promised to send the references to Ben by March 20.', '2026-03-02');
  const { reply } = await ask('What should I follow up on this week?');
  expect(reply).toContain('update my CV');
  expect(reply).not.toContain('references');
  await app.request('POST', '/api/applications', {
    body: { job: { title: 'Nurse', company_name: 'Clinic' }, stage: 'applied', applied_at: '2026-02-20' },
  });
  const both = await ask('What should I follow up on this week?');
  expect(both.reply).toContain('Clinic');
  expect(both.reply).toContain('update my CV');
});
