/*
 * Mira, who does not exist: an analyst in Hamburg who looks for her next post. Companies and people are made up.
 * What she says changes over the weeks (her salary target, where she wants to live), as it does in life.
 */

export interface SampleConversation {
  /** A part of its id, and of its messages' ids. */
  name: string;
  /** Days before today, and the time of the first message in UTC. */
  daysAgo: number;
  time: string;
  /** In turns, beginning with what she said. */
  turns: readonly string[];
}

export const sampleConversations: readonly SampleConversation[] = [
  {
    name: 'start',
    daysAgo: 34,
    time: '18:42',
    turns: [
      'Hi! I am a data analyst at Nordhafen Logistics in Hamburg, four years now, and I feel stuck. I would like to move into a senior analytics role within the next three months.',
      'Three months is realistic if you start talking to people now. What does «stuck» mean for you: the tasks, the pay, or that nobody will promote you?',
      'Mostly the tasks. I build the same weekly dashboards, and my manager Jonas says there is no budget for a senior position this year.',
      'Then the next step is likely outside. Name two or three pieces of work you are proud of: they will carry your CV and your interviews.',
      'The delivery forecast is the best one. I built it in Python, it cut late deliveries by 18 percent, and the dispatch team of 12 people uses it every morning.',
      'That is a strong story: a problem, your own work, a measured result, people who rely on it. Put it first on your CV, with the 18 percent.',
      'I also taught SQL to eight colleagues from customer service. I liked that a lot more than I expected.',
      'Keep it: senior roles ask for people who make others better. Which kind of company would you like to work for?',
      'Something with a purpose, healthcare or energy. Not another retailer, and no consulting: I do not want to travel every week.',
      'Healthcare and energy, no consulting, no weekly travel. Make a list of ten companies in Hamburg or remote, and we go through it together.',
    ],
  },
  {
    name: 'cv',
    daysAgo: 29,
    time: '07:55',
    turns: [
      'I rewrote my CV on the train. It is two pages now. Is that too long for eight years of experience?',
      'Two pages are fine for eight years. What matters is that the first half page says what you do best.',
      'There is a gap in 2021: I cared for my father for seven months. Do I have to explain that?',
      'One calm line is enough: «Family care, March to October 2021». You owe nobody details, and a named gap raises fewer questions than a silent one.',
      'Good. And my bullet points read like a job description: «responsible for reporting».',
      'Start each with a verb and end it with a result: «Cut late deliveries by 18 percent with a forecast that 12 dispatchers use daily».',
      'I will update my CV by Friday and send it to Aylin, she recruits for a hospital group.',
      'Good plan. Ask Aylin one clear question, such as which of the three projects she would like to hear more about.',
    ],
  },
  {
    name: 'salary',
    daysAgo: 22,
    time: '20:10',
    turns: [
      'How do I answer when they ask for my salary expectation? I earn 58,000 euros now.',
      'Give a range that you can defend, and tie it to the role: your research, the scope, your results. Your present pay is yours to keep to yourself.',
      'I thought of asking for 64,000. A friend in a similar post earns 70,000 though.',
      'Then 64,000 is likely low. Look at three sources, and name a range whose lower end you would still be glad to accept.',
      'I looked: senior analysts in Hamburg get between 65,000 and 76,000. So I will say 68,000 to 74,000.',
      'That is well founded. Say it once, calmly, and stop talking. Silence is part of the answer.',
      'I always get nervous at that point and start to justify myself.',
      'Practise the sentence aloud ten times: «For this scope I am looking at 68,000 to 74,000.» Then count to five in your head.',
    ],
  },
  {
    name: 'lumen',
    daysAgo: 15,
    time: '12:05',
    turns: [
      'Lumen Health invited me to a first interview for Senior Data Analyst! It is a video call with Dr. Petersen, the head of analytics.',
      'Congratulations. What do you know about the team, and what do they want to hear from you?',
      'They are six people and build forecasts for hospital beds. The posting asks for Python, SQL, dbt and stakeholder work. I have never used dbt.',
      'Say so plainly, and show how you learn: what you have done that is close to it, and what you did this week to get to know it.',
      'I did the dbt fundamentals course over the weekend and rebuilt one of our models with it.',
      'Very good: that is a fact and not a promise. Have the project open, in case they want to see it.',
      'Which questions will they ask? I am afraid of «tell me about a conflict».',
      'Take the one with the dispatch team: they did not trust your forecast at first. Situation, what you did, what came of it, what you would do differently.',
      'Right, they ignored it for weeks until I sat with the early shift at five in the morning and changed the view together with them.',
      'Tell it exactly like that. Five in the morning is a detail nobody forgets.',
    ],
  },
  {
    name: 'berlin',
    daysAgo: 8,
    time: '19:30',
    turns: [
      'The interview went well, the second round is next week. But the job is in Berlin three days a week. I had said I only look in Hamburg.',
      'What has changed since then, and what would have to be true for Berlin to be fine?',
      'My partner Tom got an offer there. We decided to move to Berlin in spring, so Berlin is even better than Hamburg now.',
      'Then your search has a new centre. Tell Lumen Health that you are moving anyway: it takes a worry off their list.',
      'How much more expensive is it? My flat here is 940 euros.',
      'I have no figures for rents that I could stand behind. Look at a current rent index for both cities, and put the difference into your salary range.',
      'So maybe I should not go below 72,000 any more.',
      'That is a decision you can explain: a higher cost of living and a wider scope. Note it down before the second round.',
    ],
  },
  {
    name: 'offer',
    daysAgo: 2,
    time: '17:20',
    turns: [
      'Second round done. I had to present a case on bed occupancy. I was too fast, but they liked the part about uncertainty.',
      'A fast talk with a strong core is better than the reverse. Did you send a short note of thanks?',
      'Not yet. I will write to Dr. Petersen tomorrow morning.',
      'Two or three sentences, one of them about the question on uncertainty: it shows that you went on thinking.',
      'They said I will hear from them within ten days. What do I do until then? I keep checking my phone.',
      'Keep two other applications going: waiting for one answer makes it larger than it is. And choose two times a day for your mail.',
      'If they offer 69,000, should I accept?',
      'You said you would not go below 72,000. Ask what moves the number, name 72,000 again with your reasons, and look at the whole offer: holidays, training, remote days.',
    ],
  },
];
