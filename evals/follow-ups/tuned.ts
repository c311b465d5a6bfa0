import type { Scene } from './types.ts';

/** The scenes that the rules were made with. */
export const tuned: Scene[] = [
  {
    name: 'offers',
    memories: {
      contosoPay: 'Contoso offered me 61,000 euros with 28 days of holiday.',
      fabrikamPay: 'Fabrikam offered me 66,500 euros, but only 25 days of holiday.',
      fabrikamTeam: 'At Fabrikam I would work under Petra Okafor in a team of nine engineers.',
      contosoStart: 'Contoso wants me to begin on the first of September.',
    },
    turns: [
      'I have offers from Contoso and Fabrikam. How much did Contoso offer me?',
      'You said that Contoso offered you 61,000 euros with 28 days of holiday.',
    ],
    followUps: [
      { ask: 'And Fabrikam?', wants: ['fabrikam offer'], finds: 'fabrikamPay' },
      { ask: 'What about the second one?', wants: ['fabrikam'], finds: 'fabrikamPay' },
      { ask: 'and when do they want me to begin?', wants: ['contoso', 'begin'], finds: 'contosoStart' },
      { ask: 'Why?', wants: ['contoso', 'offer'] },
      { ask: 'Is that good?', wants: ['contoso', 'offer'], finds: 'contosoPay' },
    ],
    alone: [
      { ask: 'Who would be my boss at Fabrikam?', finds: 'fabrikamTeam' },
      'I accepted the offer from Fabrikam this morning.',
      'How do I decline a job offer politely?',
    ],
  },
  {
    name: 'migration',
    memories: {
      migrationTime: 'The database migration at Tailspin took us eleven weeks from start to end.',
      migrationTeam: 'Ines and Rafael helped me with the database migration at Tailspin.',
      migrationHard: 'The hardest part of the database migration was the downtime of the billing tables.',
      onboardingTime: 'I rebuilt the onboarding flow in three weeks last spring.',
    },
    turns: [
      'What did I tell you about the database migration?',
      'On 2026-03-02 you said: «I led the database migration at Tailspin.»',
    ],
    followUps: [
      { ask: 'How long did that take?', wants: ['migration', 'long'], finds: 'migrationTime' },
      { ask: 'Who helped me with it?', wants: ['migration', 'helped'], finds: 'migrationTeam' },
      { ask: 'What was the hardest part of it?', wants: ['migration', 'hardest'], finds: 'migrationHard' },
      { ask: 'And the onboarding flow?', wants: ['onboarding'], not: ['migration'], finds: 'onboardingTime' },
      { ask: 'When was that?', wants: ['migration'] },
      { ask: 'Tell me more', wants: ['migration'] },
    ],
    alone: [
      { ask: 'How long did I need for the onboarding flow?', finds: 'onboardingTime' },
      'How do I describe a migration project on my CV?',
      'Is it normal to be nervous before an interview?',
    ],
  },
  {
    name: 'rent',
    memories: {
      rentHamburg: 'My flat in Hamburg costs 940 euros a month.',
      rentBerlin: 'A flat like mine in Berlin would cost about 1,250 euros a month.',
      rentLeipzig: 'In Leipzig we looked at a flat for 780 euros.',
      partnerBerlin: 'My partner Tom starts at the Charité in Berlin in April.',
    },
    turns: ['How much is my flat in Hamburg?', 'You said that your flat in Hamburg costs 940 euros a month.'],
    followUps: [
      { ask: 'And in Berlin?', wants: ['flat', 'berlin'], not: ['hamburg'], finds: 'rentBerlin' },
      { ask: 'What about Leipzig?', wants: ['flat', 'leipzig'], not: ['hamburg'], finds: 'rentLeipzig' },
      { ask: 'in Berlin?', wants: ['flat', 'berlin'], not: ['hamburg'], finds: 'rentBerlin' },
      {
        ask: 'How about in Leipzig then?',
        wants: ['flat', 'leipzig'],
        not: ['hamburg'],
        finds: 'rentLeipzig',
      },
      { ask: 'Is that a lot?', wants: ['flat', 'hamburg'] },
    ],
    alone: [
      { ask: 'When does Tom start in Berlin?', finds: 'partnerBerlin' },
      'What about asking my employer for a relocation budget of two months of rent?',
      'Does it make sense to move before I have signed a contract?',
    ],
  },
  {
    name: 'tips',
    memories: {
      nervous: 'I always speak too fast when I am nervous in interviews.',
      starStory: 'My story for «a conflict» is the night the dispatchers refused the new forecast.',
      weakness: 'As a weakness I usually say that I find it hard to delegate.',
    },
    turns: [
      'How do I prepare for a behavioural interview?',
      'Three things help:\n\n1. **Collect six stories** that show conflict, failure and leadership.\n2. **Practise aloud**, two minutes a story, so that you do not speak too fast.\n3. **Name your weakness honestly** and what you do about it.',
    ],
    followUps: [
      { ask: 'Tell me more about the second one', wants: ['practise'], finds: 'nervous' },
      { ask: 'And the third?', wants: ['weakness'], finds: 'weakness' },
      { ask: 'What did you mean by the first point?', wants: ['stories'], finds: 'starStory' },
      { ask: 'Can you explain number 2?', wants: ['practise'], finds: 'nervous' },
      { ask: 'the last one please', wants: ['weakness'], finds: 'weakness' },
      { ask: 'Option 1', wants: ['stories'] },
      { ask: 'Why is that?', wants: ['behavioural', 'interview'] },
    ],
    alone: [
      'What should I wear on the first day of my new job?',
      { ask: 'Which weakness do I usually name?', finds: 'weakness' },
      'I have my second interview at Lumen on Thursday.',
    ],
  },
  {
    name: 'manager',
    memories: {
      jonasBudget: 'Jonas told me that there is no budget for a senior position this year.',
      jonasHoliday: 'Jonas is on parental leave until the middle of August.',
      review: 'My yearly review is in the second week of October.',
    },
    turns: [
      'My manager Jonas does not answer my question about a promotion.',
      'That is tiring. What did he say the last time you asked?',
    ],
    followUps: [
      { ask: 'What did he say about the budget?', wants: ['jonas', 'budget'], finds: 'jonasBudget' },
      { ask: 'Until when is he on leave?', wants: ['jonas', 'leave'], finds: 'jonasHoliday' },
      { ask: 'Should I ask him again?', wants: ['jonas', 'promotion'] },
      { ask: 'How do I tell him?', wants: ['jonas'] },
      { ask: 'Is he right?', wants: ['jonas'] },
    ],
    alone: [
      { ask: 'When is my yearly review?', finds: 'review' },
      'How do I answer if they ask why I left my last job?',
      'What should I do this week to get a promotion?',
      'That said, I wrote to the head of the department yesterday.',
    ],
  },
  {
    name: 'letters',
    memories: {
      coverWords: 'My cover letter for Litware had 420 words and nobody answered.',
      cvLength: 'I cut my CV down to two pages in May.',
      linkedinTitle: 'My LinkedIn headline says «Analyst who likes messy data».',
    },
    turns: ['How long is my CV now?', 'You said that you cut it down to two pages in May.'],
    followUps: [
      { ask: 'And my cover letter?', wants: ['long', 'cover letter'], not: ['cv'], finds: 'coverWords' },
      { ask: 'What about my LinkedIn headline?', wants: ['linkedin'], finds: 'linkedinTitle' },
      { ask: 'Is it too long?', wants: ['cv', 'long'], finds: 'cvLength' },
      { ask: 'Since when?', wants: ['cv'], finds: 'cvLength' },
    ],
    alone: [
      'What should I write in the summary of my CV?',
      'Is it okay to send the same letter to two companies?',
      { ask: 'How many words did my letter to Litware have?', finds: 'coverWords' },
    ],
  },
  {
    name: 'years',
    memories: {
      pay2024: 'In 2024 I earned 52,000 euros.',
      pay2025: 'In 2025 I earned 55,500 euros after the raise.',
      bonus2025: 'My bonus for 2025 was 3,000 euros.',
      applications: 'I sent 23 applications in January and got four interviews.',
      applicationsFeb: 'I sent nine applications in February.',
    },
    turns: ['How much did I earn in 2024?', 'You said that you earned 52,000 euros in 2024.'],
    followUps: [
      { ask: 'And in 2025?', wants: ['earn', '2025'], not: ['2024'], finds: 'pay2025' },
      { ask: '2025?', wants: ['earn', '2025'], finds: 'pay2025' },
      { ask: 'and the bonus?', wants: ['bonus'], finds: 'bonus2025' },
      { ask: 'How much is that a month?', wants: ['earn', '2024'] },
    ],
    alone: [
      { ask: 'How many applications did I send in January?', finds: 'applications' },
      'What is a fair salary for a senior analyst in Hamburg?',
      'Ich suche eine neue Stelle in Hamburg.',
    ],
  },
  {
    name: 'months',
    memories: {},
    turns: ['How many applications did I send in January?', 'You sent 23 applications in January.'],
    followUps: [
      {
        ask: 'and in February?',
        wants: ['applications', 'february'],
        not: ['january'],
        finds: 'applicationsFeb',
      },
      {
        ask: 'How many interviews came of them?',
        wants: ['applications', 'interviews'],
        finds: 'applications',
      },
      { ask: 'How many of those were for Berlin?', wants: ['applications', 'berlin'] },
    ],
    alone: [
      'How many applications a week are sensible?',
      'Which questions should I ask at the end of an interview?',
    ],
  },
  {
    name: 'portfolio',
    memories: {
      portfolioPieces: 'My portfolio has four pieces: two dashboards, a forecast and a talk.',
      portfolioHost: 'I host my portfolio on a small server of my own.',
      talkPlace: 'I gave my talk on uncertainty at the data meetup in Bremen.',
    },
    turns: ['Where do I host my portfolio?', 'You said that you host it on a small server of your own.'],
    followUps: [
      { ask: 'How many pieces does it have?', wants: ['portfolio', 'pieces'], finds: 'portfolioPieces' },
      { ask: 'And the talk on uncertainty?', wants: ['talk'], finds: 'talkPlace' },
      { ask: 'Should I show it in interviews?', wants: ['portfolio', 'interviews'] },
      { ask: 'How often should I update it?', wants: ['portfolio', 'update'] },
      { ask: 'hm, for example?', wants: ['portfolio'] },
      { ask: 'Does that look professional?', wants: ['portfolio', 'professional'] },
    ],
    alone: [
      { ask: 'Where did I give my talk?', finds: 'talkPlace' },
      'Is it possible to apply without a portfolio?',
      'I know that I should finish the case study by Friday.',
      'What do recruiters think about people who change jobs every year?',
    ],
  },
  {
    name: 'two offers told at once',
    memories: {
      wingtipStart: 'At Wingtip I would begin in the middle of January.',
      tailwindStart: 'At Tailwind I would begin on the second of May.',
      secondRound: 'For the second round at Proseware I prepared a case study.',
    },
    turns: [
      'I have an offer from Wingtip for 58k and one from Tailwind for 54k with a company car.',
      'Good news: an offer. Kept.\n\nWhat may help now, from the playbook:\n\n- **How to decide whether to accept a job offer**: Judge it on the work.\n- **How to negotiate an offer**: Ask once.\n\nAsk me about any of these for the steps.',
    ],
    followUps: [
      {
        ask: 'When would I begin at the second one?',
        wants: ['tailwind', 'begin'],
        not: ['second'],
        finds: 'tailwindStart',
      },
      {
        ask: 'And at the first one?',
        wants: ['wingtip'],
        not: ['first one', 'accept'],
        finds: 'wingtipStart',
      },
      { ask: 'How much is the other one?', wants: ['tailwind', '54k'], not: ['negotiate'] },
      { ask: 'What is the former like?', wants: ['wingtip'], not: ['former'] },
    ],
    alone: [
      { ask: 'What did I prepare for the second round at Proseware?', finds: 'secondRound' },
      'I have accepted an offer from Wingtip.',
    ],
  },
  {
    name: 'asked of one and then of the other',
    memories: {
      lamnaDays: 'Lamna lets people work from home three days a week.',
      margieDays: 'Margie wants everybody in the office every day of the week.',
    },
    turns: [
      'Lamna offered me 61k and Margie offered me 63k with a bonus.',
      'Good news: an offer. Kept.',
      'How many days a week could I work from home at the first one?',
      'You said: «Lamna lets people work from home three days a week.»',
    ],
    followUps: [
      {
        ask: 'And the second one?',
        wants: ['margie', 'days', 'home'],
        not: ['second', 'lamna'],
        finds: 'margieDays',
      },
      { ask: 'And the other one?', wants: ['margie', 'home'], not: ['lamna'], finds: 'margieDays' },
      { ask: 'And Margie?', wants: ['margie', 'home'], not: ['lamna'], finds: 'margieDays' },
    ],
    alone: ['I like the people at Margie.'],
  },
  {
    name: 'two interviewers',
    memories: {
      kimRemote: 'Kim Larsen told me that the whole team meets on Mondays only.',
      oleRemote: 'Ole Hansen told me that nobody works from home there.',
    },
    turns: [
      'I interviewed with Kim Larsen at Humongous. She was kind.',
      'Good.',
      'Then I interviewed with Ole Hansen at Blueyonder. He was in a hurry.',
      'I see.',
    ],
    followUps: [
      {
        ask: 'What did she tell me about the team?',
        wants: ['kim larsen'],
        not: ['ole'],
        finds: 'kimRemote',
      },
      { ask: 'What did he tell me about home?', wants: ['ole hansen'], not: ['kim'], finds: 'oleRemote' },
    ],
    alone: ['Who was in a hurry at Blueyonder?'],
  },
];
