import type { Tone } from '../letter.ts';

/** The wording of a draft; what a phrase is given is a name or a quotation from the CV or the posting. */
export interface Phrases {
  greeting(given: { addressee: string | null; company: string | null }): string;
  /** `job` reads «the position of X at Y». */
  opening(given: { job: string; found: string }): string;
  /** Before the demands and what answers them. */
  lead(): string;
  asks(quoted: string): string;
  involves(quoted: string): string;
  /** For a demand that is a sentence of its own: «Forklift licence needed». */
  says(quoted: string): string;
  /** `place` reads « as Nurse at St Mary’s (2019 to 2022)», or is empty. */
  shows(given: { place: string; quoted: string }): string;
  lists(quoted: string): string;
  /** `names` are skills that both name, in the words of the CV. */
  skills(names: string): string;
  now(post: string, since: string): string;
  before(post: string, period: string): string;
  /** `posts` joins those that came before, each with its period. */
  earlier(posts: string): string;
  education(what: string): string;
  motivation(quoted: string): string;
  closing: string;
  signOff: string;
}

const ask = (addressee: string | null) => addressee && `Dear ${addressee},`;

export const phrases: Record<Tone, Phrases> = {
  formal: {
    greeting: ({ addressee }) => ask(addressee) ?? 'Dear Sir or Madam,',
    opening: ({ job, found }) =>
      `I wish to apply for ${job}${found}. Please find my CV enclosed; below I set out what in it bears on your posting.`,
    lead: () =>
      'The following sets passages of your posting beside what my CV records; the quotations are taken as they stand:',
    asks: (quoted) => `Your posting requires ${quoted}.`,
    involves: (quoted) => `The position involves ${quoted}.`,
    says: (quoted) => `Your posting states: ${quoted}.`,
    shows: ({ place, quoted }) => `My CV records${place}: ${quoted}.`,
    lists: (quoted) => `My CV records ${quoted}.`,
    skills: (names) => `Of the skills that your posting names, my CV lists ${names}.`,
    now: (post, since) => `At present I hold the post of ${post}${since}.`,
    before: (post, period) => `My most recent post was ${post}${period}.`,
    earlier: (posts) => `Previously I served as ${posts}.`,
    education: (what) => `My education: ${what}.`,
    motivation: (quoted) => `As regards my reasons for applying, I may put it in these words: ${quoted}`,
    closing:
      'I should be grateful for the opportunity to discuss my application with you in person, and I will gladly supply further documents on request. Thank you for your time and consideration.',
    signOff: 'Yours faithfully,',
  },
  smart: {
    greeting: ({ addressee, company }) =>
      ask(addressee) ?? (company ? `Dear ${company} team,` : 'Dear team,'),
    opening: ({ job, found }) =>
      `This is my application for ${job}${found}. Rather than describe myself, I have put what you ask for next to what my CV can show.`,
    lead: () => 'What you say, and what I can say to it:',
    asks: (quoted) => `You ask for ${quoted}.`,
    involves: (quoted) => `The work includes ${quoted}.`,
    says: (quoted) => `You say: ${quoted}.`,
    shows: ({ place, quoted }) => `What I can show${place}: ${quoted}.`,
    lists: (quoted) => `My CV has it: ${quoted}.`,
    skills: (names) => `On your list and in my CV: ${names}.`,
    now: (post, since) => `Today I work as ${post}${since}.`,
    before: (post, period) => `Last I worked as ${post}${period}.`,
    earlier: (posts) => `Before that I worked as ${posts}.`,
    education: (what) => `Education: ${what}.`,
    motivation: (quoted) => `Why this job? In my own words: ${quoted}`,
    closing:
      'If these points are what you are looking for, let us talk: I can go through each of them in detail and answer whatever you would like to know beyond them. The rest is in the enclosed CV.',
    signOff: 'Best regards,',
  },
  professional: {
    greeting: ({ addressee, company }) =>
      ask(addressee) ?? (company ? `Dear ${company} hiring team,` : 'Dear hiring team,'),
    opening: ({ job, found }) =>
      `I am writing to apply for ${job}${found}. My CV is enclosed; this letter picks out what bears most on your posting.`,
    lead: () => 'This is where your posting and my experience meet, in the words of both:',
    asks: (quoted) => `You ask for ${quoted}.`,
    involves: (quoted) => `The role involves ${quoted}.`,
    says: (quoted) => `Your posting says: ${quoted}.`,
    shows: ({ place, quoted }) => `My experience${place}: ${quoted}.`,
    lists: (quoted) => `My CV lists ${quoted}.`,
    skills: (names) => `Of the skills you name, my CV lists ${names}.`,
    now: (post, since) => `I currently work as ${post}${since}.`,
    before: (post, period) => `Most recently I worked as ${post}${period}.`,
    earlier: (posts) => `Before that I worked as ${posts}.`,
    education: (what) => `My education: ${what}.`,
    motivation: (quoted) => `What draws me to this work, in my own words: ${quoted}`,
    closing:
      'I would welcome a conversation about the role and about how I could contribute, and I am glad to give more detail on any of these points. Thank you for taking the time to read my application.',
    signOff: 'Kind regards,',
  },
  friendly: {
    greeting: ({ addressee, company }) =>
      addressee ? `Hello ${addressee},` : company ? `Hello ${company} team,` : 'Hello,',
    opening: ({ job, found }) =>
      `I came across ${job}${found}, and I would like to apply. My CV comes with this letter, and here is the short version of why I think we should talk.`,
    lead: () => 'Here is what you are looking for, and what I have to say to it:',
    asks: (quoted) => `You are looking for ${quoted}.`,
    involves: (quoted) => `The job includes ${quoted}.`,
    says: (quoted) => `You wrote: ${quoted}.`,
    shows: ({ place, quoted }) => `Here is what I did${place}: ${quoted}.`,
    lists: (quoted) => `You will find it in my CV: ${quoted}.`,
    skills: (names) => `From your list, my CV has ${names}.`,
    now: (post, since) => `At the moment I work as ${post}${since}.`,
    before: (post, period) => `My last job was ${post}${period}.`,
    earlier: (posts) => `Before that I worked as ${posts}.`,
    education: (what) => `And my education: ${what}.`,
    motivation: (quoted) => `Why I would like to do this, the way I would say it: ${quoted}`,
    closing:
      'I would be happy to tell you more, on the phone or in person, and I am curious to hear from you what matters most in this job. Thank you for reading this far, and I hope to hear from you soon.',
    signOff: 'Best wishes,',
  },
};
