import type { Scene } from './types.ts';

/** Scenes that the rules were not made with: the figures to go by. */
export const heldOut: Scene[] = [
  {
    name: 'courses',
    memories: {
      dbtCourse: 'The dbt course cost me 190 euros and two weekends.',
      sparkCourse: 'The Spark course was free, but I gave up after the third lesson.',
      teacherSpark: 'Helena Brandt, who taught the Spark course, works at Adatum now.',
    },
    turns: [
      'What did the dbt course cost me?',
      'You said that the dbt course cost 190 euros and two weekends.',
    ],
    followUps: [
      { ask: 'And the Spark course?', wants: ['spark', 'cost'], not: ['dbt'], finds: 'sparkCourse' },
      { ask: 'Was it worth it?', wants: ['dbt', 'course'], finds: 'dbtCourse' },
      { ask: 'How many weekends did it take?', wants: ['dbt', 'weekends'], finds: 'dbtCourse' },
      { ask: 'ok, and Spark?', wants: ['spark', 'cost'], finds: 'sparkCourse' },
      { ask: 'go on', wants: ['dbt'] },
    ],
    alone: [
      { ask: 'Who taught the Spark course?', finds: 'teacherSpark' },
      'Is it worth it to get a certificate as a project manager?',
      'Which online courses help with public speaking?',
    ],
  },
  {
    name: 'interviewers',
    memories: {
      petersenBackground: 'Dr. Petersen studied physics and worked at a hospital before.',
      petersenQuestion: 'Dr. Petersen asked me how I explain uncertainty to doctors.',
      hrName: 'The woman from HR at Lumen is called Sanna Virtanen.',
      lumenRounds: 'Lumen has three rounds: a call, a case and a day with the team.',
    },
    turns: [
      'I had my first interview with Dr. Petersen at Lumen today.',
      'How did it go? What was the most difficult question?',
      'Quite well. I think Dr. Petersen liked my answer on forecasts.',
      'Good. Write down now what was asked, while it is fresh.',
    ],
    followUps: [
      { ask: 'What did she study?', wants: ['petersen', 'study'], finds: 'petersenBackground' },
      {
        ask: 'What did she ask me about uncertainty?',
        wants: ['petersen', 'uncertainty'],
        finds: 'petersenQuestion',
      },
      { ask: 'Should I write to her?', wants: ['petersen'] },
      { ask: 'When should I write her?', wants: ['petersen'] },
    ],
    alone: [
      { ask: 'How many rounds does Lumen have?', finds: 'lumenRounds' },
      { ask: 'What is the name of the woman from HR?', finds: 'hrName' },
      'How soon should I send a thank-you note after an interview?',
      'I think that the case study went badly.',
    ],
  },
  {
    name: 'companies',
    memories: {
      northwindCommute: 'The way to Northwind takes me 55 minutes by train.',
      tailwindCommute: 'Wingtip is only twelve minutes away by bike.',
      wideCommute: 'Relecloud would be fully remote.',
      northwindSize: 'Northwind has about 300 employees.',
    },
    turns: [
      'Which companies did I want to apply to?',
      'You named three:\n\n- Northwind\n- Wingtip\n- Relecloud',
    ],
    followUps: [
      { ask: 'How far away is the first one?', wants: ['northwind'], finds: 'northwindCommute' },
      { ask: 'And the second one?', wants: ['wingtip'], finds: 'tailwindCommute' },
      { ask: 'Is the last one remote?', wants: ['relecloud', 'remote'], finds: 'wideCommute' },
      {
        ask: 'How many employees does the first one have?',
        wants: ['northwind', 'employees'],
        finds: 'northwindSize',
      },
      { ask: 'what about the third company?', wants: ['relecloud'], finds: 'wideCommute' },
      { ask: '#2?', wants: ['wingtip'], finds: 'tailwindCommute' },
    ],
    alone: [
      { ask: 'How long does the train to Northwind take?', finds: 'northwindCommute' },
      'How do I find out whether a company treats people well?',
      'The first thing I want to change is my commute.',
      'How many companies should I apply to at once?',
    ],
  },
  {
    name: 'negotiation',
    memories: {
      target: 'I want at least 72,000 euros in the next job.',
      targetReason: 'I ask for 72,000 because the rent in Berlin is so much higher.',
      remoteDays: 'Two remote days a week are a must for me.',
      notice: 'My notice period is three months to the end of a quarter.',
    },
    turns: [
      'What salary did I want to ask for?',
      'You said: «I want at least 72,000 euros in the next job.»',
    ],
    followUps: [
      { ask: 'why?', wants: ['salary'], finds: 'targetReason' },
      { ask: 'And why so much?', wants: ['salary'] },
      { ask: 'And how many remote days?', wants: ['remote'], finds: 'remoteDays' },
      { ask: 'How do I say that?', wants: ['salary'] },
      { ask: 'What if they say no to it?', wants: ['salary'] },
      { ask: 'Are you sure?', wants: ['salary'] },
    ],
    alone: [
      { ask: 'What is my notice period?', finds: 'notice' },
      'Is it rude to negotiate by email?',
      'How do I react when somebody says that the budget is fixed?',
      'They offered me 70,000 euros and a bonus.',
    ],
  },
  {
    name: 'chain',
    memories: {
      pythonYears: 'I have used Python for six years, mostly pandas.',
      sqlYears: 'SQL I have written every day for eight years.',
      javaYears: 'Java I only had at university, for one year.',
    },
    turns: [
      'How many years have I used Python?',
      'Six years, mostly with pandas.',
      'And SQL?',
      'Every day for eight years.',
    ],
    followUps: [
      { ask: 'And Java?', wants: ['years', 'java'], not: ['python', 'sql'], finds: 'javaYears' },
      { ask: 'what about Java then?', wants: ['years', 'java'], not: ['sql'], finds: 'javaYears' },
      { ask: 'Where did I use it?', wants: ['sql'], finds: 'sqlYears' },
      { ask: 'Is that enough?', wants: ['sql'], finds: 'sqlYears' },
    ],
    alone: [
      'Which programming languages should a data engineer know?',
      { ask: 'For how long did I have Java at university?', finds: 'javaYears' },
      'And I also know a little Rust from a hobby project.',
    ],
  },
  {
    name: 'father',
    memories: {
      careDates: 'I cared for my father from March to October 2021.',
      careReason: 'I cared for my father because my sister lives in Canada.',
      sisterJob: 'My sister Klara works as a nurse in Toronto.',
    },
    turns: [
      'How do I explain the gap in 2021 on my CV, when I cared for my father?',
      'One calm line is enough: «Family care, March to October 2021».',
    ],
    followUps: [
      { ask: 'How long was that exactly?', wants: ['gap', 'father'], finds: 'careDates' },
      { ask: 'And in the interview?', wants: ['gap', 'interview'] },
      { ask: 'Do I have to mention it?', wants: ['gap', 'mention'] },
      { ask: 'What if they ask about it?', wants: ['gap'] },
      { ask: 'Why did I do it?', wants: ['father'], finds: 'careReason' },
    ],
    alone: [
      { ask: 'Where does my sister Klara work?', finds: 'sisterJob' },
      'How do I write about parental leave in a CV?',
      'Do I have to mention my age in a German CV?',
    ],
  },
  {
    name: 'quotes',
    memories: {
      standupIdea: 'I suggested a daily stand-up of ten minutes for the dispatch team.',
      standupResult: 'The stand-up halved the number of calls between dispatch and drivers.',
      mapIdea: 'I drew a map of all data sources of the company on one wall.',
      mapReaction: 'The board came to look at the map of data sources and gave us a budget.',
    },
    turns: [
      'What am I proud of?',
      'You said:\n\n> I suggested a daily stand-up of ten minutes for the dispatch team.\n\nand\n\n> I drew a map of all data sources of the company on one wall.',
    ],
    followUps: [
      { ask: 'What came of the first one?', wants: ['stand-up'], finds: 'standupResult' },
      { ask: 'and the second?', wants: ['map'], finds: 'mapReaction' },
      { ask: 'How did people react to the other one?', wants: ['map'], finds: 'mapReaction' },
      { ask: 'The former, please', wants: ['stand-up'], finds: 'standupIdea' },
    ],
    alone: [
      { ask: 'What did the board say about the map?', finds: 'mapReaction' },
      'How do I talk about achievements without boasting?',
      'My second daughter starts school in August.',
    ],
  },
  {
    name: 'places',
    memories: {
      nordhafenTask: 'At Nordhafen I build the weekly dashboards and the delivery forecast.',
      birkenfeldTask: 'At Birkenfeld I automated the monthly stock report.',
      birkenfeldLeave: 'I left Birkenfeld because the office moved to Kassel.',
    },
    turns: ['What do I do at Nordhafen?', 'You build the weekly dashboards and the delivery forecast.'],
    followUps: [
      { ask: 'And at Birkenfeld?', wants: ['birkenfeld'], not: ['nordhafen'], finds: 'birkenfeldTask' },
      { ask: 'What did I do before that?', wants: ['nordhafen'] },
      { ask: 'How long have I worked there?', wants: ['nordhafen', 'worked'] },
      { ask: 'Do I like it there?', wants: ['nordhafen'] },
      { ask: 'Or at Birkenfeld?', wants: ['birkenfeld'], finds: 'birkenfeldTask' },
    ],
    alone: [
      { ask: 'Why did I leave Birkenfeld?', finds: 'birkenfeldLeave' },
      'How do I leave a job without burning bridges?',
      'Is there anything I should know about working for a hospital?',
    ],
  },
];
