import { describe, expect, it } from 'vitest';
import { loadPlaybook, searchPlaybook } from './index.ts';

/** A question as people ask it, and the pieces any of which answers it. */
const table: [string, string][] = [
  ['How do I ask my boss for more money?', 'ask-for-a-raise'],
  ['How do I negotiate salary?', 'negotiate-counter-offer'],
  ['They offered me less than I expected, what do I do?', 'respond-to-low-offer'],
  ['What should I say when they ask about my expected salary?', 'salary-expectations-question'],
  ['I have two job offers, which should I take?', 'compare-two-offers'],
  ['Their offer has a deadline, how do I get more time?', 'deadline-exploding-offer'],
  ['How do I turn down a job offer politely?', 'decline-offer'],
  ['What questions should I ask at the end of an interview?', 'questions-to-ask'],
  ['How do I answer "tell me about yourself"?', 'tell-me-about-yourself'],
  ['What is my greatest weakness, how do I answer that?', 'weaknesses'],
  ['I get so nervous before interviews, any tips?', 'interview-nerves'],
  ['How should I prepare for a behavioral interview?', 'behavioral-star'],
  ['How do I prepare for a system design interview?', 'system-design'],
  ['Should I send a thank you email after the interview?', 'thank-you-note'],
  ['I was laid off last week. What should I do first?', 'first-week-after-layoff'],
  ['How do I explain being laid off in an interview?', 'explain-a-layoff'],
  ['How do I explain a gap in my CV?', 'resume-gap,explain-career-break'],
  ['How long should my resume be?', 'resume-length'],
  ['How do I get my CV past the ATS?', 'ats-formatting,resume-keywords'],
  ['Should I put a photo on my CV?', 'photo-and-personal-details'],
  ['Do I need a cover letter?', 'is-cover-letter-needed'],
  ['How do I write a cover letter for a career change?', 'cover-letter-career-change'],
  ["I'm burned out, should I quit?", 'stay-or-leave'],
  ["How do I tell my manager that I'm burning out?", 'talk-to-your-manager,recognize-burnout'],
  ['How do I change careers at 45?', 'change-career-after-40,explain-career-change'],
  ['What are my transferable skills?', 'transferable-skills'],
  ['How do I find remote jobs?', 'find-remote-jobs'],
  ['Is this job posting a scam?', 'job-scams'],
  ['A company has ghosted me after the interview', 'ghosted-by-employer'],
  ['How many jobs should I apply to per week?', 'how-many-applications'],
  ['How do I ask a friend for a referral?', 'ask-for-referral'],
  ["Can I apply when I don't meet all the requirements?", 'apply-when-not-fully-qualified'],
  ['How do I improve my LinkedIn profile?', 'linkedin-profile'],
  ["I'm an introvert and hate networking", 'networking-for-quiet-people'],
  ['How do I write a cold message to a recruiter?', 'cold-message'],
  ['How do I resign professionally?', 'resign-well'],
  ['How much notice do I have to give?', 'notice-periods'],
  ['My employer made me a counter offer after I resigned', 'counter-offer-from-current-employer'],
  ['Should I accept stock options instead of salary?', 'evaluate-equity'],
  ['What is the EU Blue Card?', 'eu-blue-card'],
  ['How do I find a company that sponsors visas?', 'find-sponsoring-employers'],
  ["I'm a new graduate without experience, how do I get a job?", 'no-experience,new-graduate-search'],
  ['I became a manager for the first time, what should I do in the first months?', 'first-time-manager'],
  ['How do I set my freelance rate?', 'set-your-rate'],
  ['I was put on a performance improvement plan', 'performance-improvement-plan'],
  ['Can I use ChatGPT to write my cover letter?', 'write-applications-with-ai'],
  ["Should I tell them that I'm pregnant during the job search?", 'pregnancy-and-job-search'],
  ['How do I choose references?', 'choose-references'],
];

const offTopic = [
  'What is the capital of Mongolia?',
  'How do I bake sourdough bread?',
  'Who won the world cup in 2018?',
  'My cat keeps scratching the sofa, how do I stop it?',
  "What's the weather like in Lisbon?",
  'Which is the best phone to buy under 300 dollars?',
  'Write me a poem about the sea',
  'How do I fix a leaking tap?',
  'Explain quantum entanglement',
  'How do I lose weight quickly?',
  'Can you recommend a good film for tonight?',
  'How do I cancel my gym contract?',
];

describe('searchPlaybook', () => {
  it.each(table)('finds what answers «%s»', (question, expected) => {
    const [first] = searchPlaybook(question);
    expect(expected.split(',')).toContain(first?.piece.id);
    expect(first?.good).toBe(true);
  });

  it.each(offTopic)('has nothing to say on «%s»', (question) => {
    expect(searchPlaybook(question).filter((hit) => hit.good)).toEqual([]);
  });

  it('gives no more than it was asked for, best first', () => {
    const hits = searchPlaybook('interview', 5);
    expect(hits).toHaveLength(5);
    expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).toSorted((a, b) => b - a));
  });

  it('finds nothing for words that ask for nothing', () => {
    expect(searchPlaybook('')).toEqual([]);
    expect(searchPlaybook('what is it?')).toEqual([]);
  });

  it('finds every piece by each of its own questions, among the first three', () => {
    const lost = loadPlaybook().pieces.flatMap((piece) =>
      piece.questions.filter((question) => {
        const hit = searchPlaybook(question, 3).find(({ piece: found }) => found.id === piece.id);
        return !hit?.good;
      }),
    );
    expect(lost).toEqual([]);
  });
});
