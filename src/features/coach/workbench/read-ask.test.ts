import { describe, expect, it } from 'vitest';
import { continuedAsk, readAsk } from './read-ask.ts';

const taken: [string, string][] = [
  ['How does my CV fit the Stripe job?', 'fit'],
  ['how does my cv fit the backend posting', 'fit'],
  ['Am I a fit for the second job I saved?', 'fit'],
  ['Am I a good fit for the Stripe role?', 'fit'],
  ['How well does my résumé match the data engineer position at Northwind?', 'fit'],
  ['Does my experience match the posting at Contoso?', 'fit'],
  ['Do I qualify for the nurse job in Leeds?', 'fit'],
  ['What am I missing for the Stripe job?', 'fit'],
  ['Which requirements of the backend job do I meet?', 'fit'],
  ['Compare my CV with the Stripe posting', 'fit'],
  ['Can you check my CV against the latest job I saved?', 'fit'],
  ['Is the Stripe job a good match for me?', 'fit'],
  ['What are my chances for the Stripe role?', 'fit'],
  ['Is my CV good enough for the backend role?', 'fit'],
  ['Would I be a strong candidate for the platform job?', 'fit'],
  ['How do I stack up against the Stripe posting?', 'fit'],
  ['Does my CV match Stripe?', 'fit'],
  ['Am I qualified for the one I saved last?', 'fit'],
  ['How well suited am I to the backend job?', 'fit'],
  ['Where do I fall short for the Stripe job?', 'fit'],
  ['Do my skills line up with the posting from Stripe?', 'fit'],
  ['What should I follow up on this week?', 'due'],
  ['Who do I need to chase?', 'due'],
  ['Do I need to follow up with anyone?', 'due'],
  ['List everything that is due', 'due'],
  ['Any applications I should chase?', 'due'],
  ['What stage are my applications in?', 'applications'],
  ['Give me feedback on my CV', 'check-cv'],
  ['Can you take a look at my resume?', 'check-cv'],
  ["What's due?", 'due'],
  ['what is due this week', 'due'],
  ['Is anything overdue?', 'due'],
  ['Which applications are waiting?', 'due'],
  ['Who should I follow up with?', 'due'],
  ['Which applications do I need to follow up on?', 'due'],
  ['Show me my follow-ups', 'due'],
  ['Do I have any reminders this week?', 'due'],
  ['Remind me what I need to follow up on today', 'due'],
  ['Which applications have had no answer?', 'due'],
  ["Which companies haven't replied?", 'due'],
  ['Which of my applications need attention?', 'due'],
  ['What do I have to do about my applications this week?', 'due'],
  ['Do I have any interviews coming up?', 'due'],
  ['Where did I apply?', 'applications'],
  ['Where have I applied so far?', 'applications'],
  ['How many applications do I have in interview?', 'applications'],
  ['How many jobs have I applied to?', 'applications'],
  ['How many rejections do I have?', 'applications'],
  ['Show my pipeline', 'applications'],
  ['Show me all my applications', 'applications'],
  ['list my open applications', 'applications'],
  ['Which companies have I applied to?', 'applications'],
  ['Which jobs am I interviewing for?', 'applications'],
  ["What's the status of my applications?", 'applications'],
  ['How is my job search going?', 'applications'],
  ["What's the status of my application at Stripe?", 'application'],
  ['Did I apply to Stripe?', 'application'],
  ['How is my Stripe application doing?', 'application'],
  ["What's wrong with my CV?", 'check-cv'],
  ['Check my CV', 'check-cv'],
  ['Can you review my resume please?', 'check-cv'],
  ['Are there any mistakes in my CV?', 'check-cv'],
  ['Is my CV ready to send?', 'check-cv'],
  ['How good is my CV?', 'check-cv'],
  ['What are the biggest problems with my resume?', 'check-cv'],
  ['How can I improve my CV?', 'check-cv'],
  ['Can an ATS read my CV?', 'check-cv'],
  ['What does my CV say about Kubernetes?', 'cv-says'],
  ['Does my CV mention Python?', 'cv-says'],
  ['Is PostgreSQL on my CV?', 'cv-says'],
  ['What did I write in my CV about leadership?', 'cv-says'],
  ['Which languages are listed on my CV?', 'cv-says'],
  ['Show me my CV', 'cv-says'],
  ['Write me a cover letter for the Stripe job', 'letter'],
  ['Draft a cover letter for Stripe', 'letter'],
  ['Can you write a cover letter for the backend posting?', 'letter'],
  ['I need a cover letter for the Stripe role', 'letter'],
];

const notTaken = [
  // Advice.
  'How should I follow up after an interview?',
  'When should I follow up after applying?',
  'What should I say in a follow-up email?',
  'Should I follow up after a week?',
  'How soon should I follow up?',
  'What is a follow-up email?',
  'Is it rude to follow up twice?',
  'What do I do when a company has not replied?',
  'Why do companies not reply to applications?',
  'How many applications should I send a week?',
  'How do I track my applications?',
  'How do I tailor my CV to a job?',
  'How do I tailor my resume to the job description?',
  'How do I make my CV fit on one page?',
  'Should my CV match the job posting word for word?',
  'How long should my CV be?',
  'What should my CV say about a gap?',
  'Should I put my photo on my CV?',
  'Is it bad to have gaps in my CV?',
  'How do I explain a gap in my CV?',
  'What is an ATS?',
  'How do I write a cover letter?',
  'How can I increase my chances for a promotion?',
  'How do I check my CV for errors?',
  'Did my manager follow up?',
  "What's due diligence?",
  'How do I fit in at a new job?',
  'Which skills should be on my CV?',
  'Am I too old to change careers?',
  'How do I answer why I am a good fit?',
  'What is a good response rate for applications?',
  'Write a resignation letter for me',
  'How do I ask for a raise?',
  'Any tips for my CV?',
  'What are red flags in an interview?',
  'What should I wear to the interview?',
  'What interview questions will they ask?',
  // Recall.
  'What did I say about the gap in 2021?',
  "What did I say I'd do about the gap in 2021?",
  'What did you recommend for my CV?',
  'What did I tell you about Stripe?',
  'Did I mention the Stripe job?',
  'When did I say I would follow up with Dana?',
  'What did I say about my fit for the Stripe job?',
  'How many interviews did I have last year?',
  'Where did I apply last summer?',
  'How much is my resume subscription?',
  'When is my rent due?',
  'What is my salary?',
  'Who is my manager?',
  'What did we discuss about following up?',
  'What did you suggest for the cover letter?',
  'What do you know about me?',
  // News and talk.
  'I applied to Stripe today',
  'I followed up with Dana this morning.',
  'My CV is four pages long.',
  'I saved the Stripe job.',
  'I got an interview at Contoso on Friday',
  'Thanks, that fits',
  'Hi',
];

describe('readAsk', () => {
  it.each(taken)('takes: %s', (message, kind) => {
    expect(readAsk(message)?.kind).toBe(kind);
  });

  it.each(notTaken)('leaves: %s', (message) => {
    expect(readAsk(message)).toBeNull();
  });

  it.each([
    ['How does my CV fit the Stripe job?', { words: ['stripe'], nth: null }],
    ['Am I a fit for the second job I saved?', { words: [], nth: 2 }],
    ['Am I qualified for the last Stripe posting?', { words: ['stripe'], nth: -1 }],
    [
      'How well do I match the senior data engineer role at Café Noir?',
      { words: ['senior', 'data', 'engineer', 'cafe', 'noir'], nth: null },
    ],
    ['Do my skills line up with the posting from Stripe?', { words: ['stripe'], nth: null }],
    ['Does my CV match what Northwind asks for?', { words: ['northwind'], nth: null }],
  ])('reads the job of: %s', (message, job) => {
    expect(readAsk(message)).toMatchObject({ kind: 'fit', job });
  });

  it('reads stages and whether a number is wanted', () => {
    expect(readAsk('How many applications do I have in interview?')).toMatchObject({
      stages: ['interview'],
      counts: true,
    });
    expect(readAsk('Show my pipeline')).toMatchObject({ stages: [], counts: false, sure: true });
  });

  it('goes on with another job', () => {
    const before = readAsk('How does my CV fit the Stripe job?')!;
    expect(continuedAsk('And the Northwind one?', before)).toMatchObject({
      kind: 'fit',
      job: { words: ['northwind'] },
    });
    expect(continuedAsk('the second one', before)).toMatchObject({ job: { words: [], nth: 2 } });
    expect(continuedAsk('I walked the dog in the park and it rained a lot', before)).toBeNull();
    expect(continuedAsk('thanks', readAsk("What's due?")!)).toBeNull();
  });

  it('is quick with long and hostile text', () => {
    const started = performance.now();
    for (const part of [
      'how does my cv ',
      'what follow up i ',
      'is my cv on my cv ',
      'which applications ',
      'a ',
      '? ',
    ])
      readAsk(`${part.repeat(1_000)}?`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
