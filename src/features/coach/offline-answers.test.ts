import { describe, expect, it } from 'vitest';
import { answerOffline, type OfflineInput, type Remembered } from '../../ai/offline/index.ts';
import { analyzeQuery } from '../../memory/index.ts';
import { searchPlaybook } from '../../playbook/index.ts';

let lastId = 0;
function said(text: string, day = '2026-03-15', role: 'user' | 'assistant' = 'user'): Remembered {
  return { id: `r${++lastId}`, text, role, created_at: `${day}T10:00:00.000Z` };
}

/** A reply in the middle of a conversation, so that the line about how it was made is not in the way. */
function reply(message: string, recalled: Remembered[] = [], more: Partial<OfflineInput> = {}) {
  const advice = searchPlaybook(message, 4).map(({ piece, good }) => ({ ...piece, good }));
  return answerOffline({
    message,
    about: message,
    conversation: [
      { role: 'user', text: 'Hi' },
      { role: 'assistant', text: 'Hello.' },
    ],
    recalled,
    advice,
    words: {
      query: (text) => analyzeQuery(text).terms,
      terms: (text) => analyzeQuery(text).terms.map(({ term }) => term),
    },
    topicOf: (text) => searchPlaybook(text, 1)[0]?.piece.topic ?? null,
    ...more,
  });
}

function quotesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.startsWith('> '));
}

const chatter = [
  said('I walked the dog this morning and it rained.'),
  said('My sister visits us next weekend.'),
  said('The new season of that show starts on Friday.'),
  said('We painted the kitchen yellow, it cost $300.'),
];

describe('a question about oneself', () => {
  it('picks the sentence that answers out of a long message', () => {
    const long = said(
      'It has been a long week. I have rewritten my summary twice. My Canva Pro subscription for the resume is $12.99 a month. My cousin says that I worry too much. Tomorrow I will rest.',
      '2024-03-15',
    );
    const { text, memories, kind } = reply('How much does my Canva subscription cost?', [...chatter, long]);
    expect(kind).toBe('recall');
    expect(memories).toEqual([long.id]);
    expect(text).toContain('On 15 March 2024 you said:');
    expect(quotesOf(text)).toEqual(['> My Canva Pro subscription for the resume is $12.99 a month.']);
  });

  it('takes the sentence before along where the answer is very short', () => {
    const two = said('I pay for a resume subscription. It is $5.');
    expect(quotesOf(reply('How much is my resume subscription?', [two, ...chatter]).text)).toEqual([
      '> I pay for a resume subscription. It is $5.',
    ]);
  });

  it('shows values that differ, the newest first, and says so', () => {
    const older = said('My salary at Contoso is $70,000.', '2025-01-10');
    const newer = said('My salary at Contoso is now $75,000.', '2026-02-01');
    const { text, memories } = reply('What is my salary at Contoso?', [older, newer, ...chatter]);
    expect(text).toContain('differ');
    expect(memories).toEqual([newer.id, older.id]);
  });

  it('quotes the same value twice without calling it different', () => {
    const { text } = reply('What is my salary at Contoso?', [
      said('My salary at Contoso is $70,000.', '2025-01-10'),
      said('As I said, my salary at Contoso is $70,000 before tax.', '2026-02-01'),
    ]);
    expect(text).not.toContain('differ');
  });

  it('shows both sides where what was said does not agree', () => {
    const never = said('I have never worked with Kubernetes.', '2025-01-10');
    const since = said('I have worked with Kubernetes for three months.', '2026-02-01');
    const { text, memories } = reply('Have I ever worked with Kubernetes?', [never, since, ...chatter]);
    expect(text).toContain('does not all agree');
    expect(memories).toEqual([since.id, never.id]);
  });

  it.each([
    'What is the name of my cat?',
    'When did I apply to Contoso?',
    'How much do I pay for my gym?',
    'Who referred me to the bank?',
    'Have I ever given a talk?',
  ])('says plainly that nothing was said: %s', (question) => {
    const { text, memories } = reply(question, chatter);
    expect(text).toContain('I did not find that');
    expect(memories).toEqual([]);
    expect(quotesOf(text)).toEqual([]);
  });

  it('does not answer for one name with what was said of another', () => {
    const other = said('I applied to Northwind on 3 May.');
    const { text } = reply('When did I apply to Contoso?', [other, ...chatter]);
    expect(text).not.toMatch(/^On /);
  });

  it('answers from the other side only where that is asked, or surely the same', () => {
    const advised = said(
      'I suggest a one-page resume with a short summary at the top.',
      '2026-01-01',
      'assistant',
    );
    const { text, memories } = reply('What did you recommend for my resume summary?', [advised, ...chatter]);
    expect(text).toContain('I told you:');
    expect(memories).toEqual([advised.id]);
    const invented = said('Candidates in Berlin earn $90,000 a year.', '2026-01-01', 'assistant');
    expect(reply('How much do I earn?', [invented]).memories).toEqual([]);
  });

  it('gives the words themselves, in their order, where a summary is asked for', () => {
    const first = said('My job search started with ten applications.', '2026-01-01');
    const second = said('My job search is going better, I had two interviews.', '2026-02-01');
    const { memories, text } = reply('Can you summarize my job search?', [second, first, ...chatter]);
    expect(memories).toEqual([first.id, second.id]);
    expect(text).toContain('needs a language model');
  });
});

describe('a question for advice', () => {
  it('gives the best piece, its steps and its sources', () => {
    const { text, advice, kind } = reply('How do I ask for a raise?', chatter);
    expect(kind).toBe('advice');
    expect(advice[0]).toBe('ask-for-a-raise');
    expect(text).toContain('1. ');
    expect(text).toContain('_From the playbook (ask-for-a-raise)');
    expect(quotesOf(text)).toEqual([]);
  });

  it('puts what the person said on the matter beside it', () => {
    const raise = said('My last raise was two years ago.', '2025-11-02');
    const { text, memories } = reply('How do I ask for a raise?', [...chatter, raise]);
    expect(memories).toEqual([raise.id]);
    expect(text).toContain('On 2 November 2025 you said:\n\n> My last raise was two years ago.');
  });

  it('does not quote what stands in this conversation already', () => {
    const raise = said('My last raise was two years ago.');
    const conversation = [
      { role: 'user' as const, text: raise.text },
      { role: 'assistant' as const, text: 'Noted.' },
    ];
    expect(reply('How do I ask for a raise?', [raise], { conversation }).memories).toEqual([]);
  });

  it('does not claim to write what it cannot', () => {
    expect(reply('Write a cover letter for me').text).toMatch(
      /^Writing the text itself needs a language model/,
    );
  });

  it('has nothing to say on other things, and says that', () => {
    const { text, kind } = reply('How do I bake sourdough bread?', chatter);
    expect(kind).toBe('nothing');
    expect(text).toContain('I did not find anything on that');
  });
});

describe('news', () => {
  it('is kept, joined to what was said before, and met with next steps', () => {
    const before = said('I applied at Contoso for the analyst role.', '2026-02-01');
    const message = 'I got an interview at Contoso for the analyst role on Friday!';
    const { text, memories, kind } = reply(message, [before, ...chatter]);
    expect(kind).toBe('statement');
    expect(memories).toEqual([before.id]);
    expect(text).toMatch(/^(?:Noted|Kept|I will remember|I have kept this)/);
    expect(text).not.toContain(message);
  });

  it('has a kind word for bad news', () => {
    expect(reply('I was laid off yesterday.').text).toMatch(/^I am sorry to hear that/);
  });
});

describe('somebody in need', () => {
  it.each([
    'honestly sometimes I think about ending it all',
    "I feel so worthless, I can't go on",
    'I want to die',
    "I don't want to live anymore",
    'I am suicidal since the layoff',
  ])('is pointed to people before anything else: %s', (message) => {
    const { text, memories } = reply(message, chatter);
    expect(text).toMatch(/^I am sorry that it is this heavy/);
    expect(text).toContain('988');
    expect(text).not.toMatch(/kept this|API_KEY/);
    expect(memories).toEqual([]);
  });

  it.each([
    "I can't go on holiday before the interview",
    'The deadline is killing me',
    'How do I end the interview well?',
  ])('is not seen where nobody is: %s', (message) => {
    expect(reply(message).text).not.toContain('988');
  });
});

describe('what a program has to say of itself', () => {
  it.each(['forget what I said about my mother', 'Please delete everything'])(
    'deletes nothing by chat: %s',
    (message) => {
      expect(reply(message, chatter).text).toMatch(/^I cannot delete anything/);
    },
  );

  it.each(['are you a real person?', 'Are you ChatGPT?'])('says what it is: %s', (message) => {
    expect(reply(message, chatter).text).toMatch(/^No, I am not a person/);
  });

  it("takes «that's wrong» for what it is", () => {
    expect(reply("that's wrong").text).toMatch(/^I am sorry\. I find answers by their words/);
  });

  it('does not call deleting a file or forgetting a name a request to forget', () => {
    expect(reply('I forgot to delete the old CV from the portal').text).not.toMatch(/cannot delete/);
  });
});

describe('the rest', () => {
  it.each(['Hi', 'thanks', 'bye', 'What can you do?'])('is short: %s', (message) => {
    const { kind, text, memories } = reply(message, chatter);
    expect(kind).toBe('small-talk');
    expect(text.length).toBeLessThan(800);
    expect(memories).toEqual([]);
  });

  it('tells what is known, by subject and dated, and nothing more', () => {
    const { text, memories } = reply('What do you know about me?', [
      said('I am a nurse in Lisbon and I want to move into data analysis.', '2026-01-05'),
      said('My salary is 38,000 euros a year.', '2026-02-05'),
      said('What is the STAR method?', '2026-02-06'),
      said('You could try a course.', '2026-02-07', 'assistant'),
    ]);
    expect(memories).toHaveLength(2);
    expect(text).toContain('5 February 2026');
    expect(text).not.toContain('STAR');
  });

  it('knows nothing of a stranger, and says so', () => {
    expect(reply('What do you know about me?').text).toContain('Nothing about yourself yet');
  });

  it('says how it was made in the first reply alone', () => {
    expect(reply('Hi', [], { conversation: [] }).text).toContain('offline engine');
    expect(reply('Hi').text).not.toContain('offline engine');
  });

  it('puts the words of memory nowhere but into block quotes', () => {
    const secret = said('My salary at Contoso is $70,000, zebra.');
    for (const message of [
      'What is my salary at Contoso?',
      'What do you know about me?',
      'My salary at Contoso rose',
    ]) {
      const outside = reply(message, [secret])
        .text.split('\n')
        .filter((line) => !line.startsWith('> '));
      expect(outside.join('\n')).not.toContain('zebra');
    }
  });
});
