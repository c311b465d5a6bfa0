/** What people are like and the languages they speak. */
export const people = `
[soft]
Communication: communication skills, written communication, verbal communication, written and verbal communication, verbal and written communication, communicator, communicating, communicate clearly, oral communication, communicate effectively
Teamwork: team player, team work, working in a team, work in a team, team spirit, team-oriented, team environment
Collaboration: cross-functional collaboration, collaborative, cross-functional team, collaborating, collaborate
Leadership: leadership skills, team leadership, leading teams, people leadership, team lead, leading a team
People management: team management, managing people, managing teams, line management, managing a team, staff supervision, supervising staff, supervision, direct reports
Mentoring: mentorship, mentored, mentor, coaching team members, coaching and mentoring, mentoring engineers
Coaching @coaching: coaching skills
Problem solving: problem-solving, problem solver, troubleshooting, solving problems
Critical thinking: sound judgment, sound judgement
Analytical thinking: analytical skills, analytical, analytical mindset
Creativity: creative thinking, creative mindset
Attention to detail: detail-oriented, detail oriented, eye for detail, meticulous
Time management: meet deadlines, meeting deadlines, tight deadlines, prioritise workload, prioritize tasks
Organization: organizational skills, organisational skills, well-organized, well organised, highly organized, organised
Multitasking: multi-tasking, multitask, juggle priorities
Adaptability: adaptable, flexibility, flexible attitude, adapt quickly
Initiative: self-starter, self-motivated, proactive, take initiative, self starter
Work ethic: hard-working, hardworking, hard working
Reliability: reliable, dependable, punctual, punctuality
Resilience: work under pressure, working under pressure, stress tolerance, calm under pressure, fast-paced environment, fast paced environment
Empathy: empathetic, compassion, compassionate, caring attitude
Emotional intelligence
Active listening: listening skills, good listener
Interpersonal skills: people skills, interpersonal
Conflict resolution: conflict management
Negotiation: negotiation skills, negotiating
Persuasion: influencing skills, influencing, persuasive
Presentation skills: presentations, public speaking, presenting, presentation
Storytelling: data storytelling
Decision making: decision-making
Strategic thinking: strategic mindset
Ownership: takes ownership, take ownership, sense of ownership, accountability
Curiosity: curious, eager to learn, willingness to learn, quick learner, fast learner, growth mindset
Patience: patient manner
Positive attitude: positive mindset, can-do attitude, enthusiasm, enthusiastic
Integrity: ethical, professional integrity, trustworthy
Confidentiality: discretion, discreet
Professionalism: professional manner, professional demeanor
Customer focus: customer-focused, customer-oriented, customer oriented, customer-centric, customer focused
Relationship building: building relationships, build relationships, relationship management, rapport building, client relationships
Networking with people @people-networking: professional network building
Cultural awareness: cultural sensitivity, intercultural competence, cultural competency
Delegation: delegating
Physical stamina: physically fit, lift up to, stand for long periods, standing for long periods, heavy lifting, physical fitness
Numeracy: numerical skills, good with numbers
Literacy skills: good literacy
Computer literacy: computer skills, it skills, it literate, computer literate, basic computer skills, pc skills
Writing @writing: writing skills, strong writer, excellent writing, written skills
Independence: work independently, working independently, autonomous, autonomously
Entrepreneurial spirit: entrepreneurial, entrepreneurial mindset
[spoken]
=English: =ENGLISH
=German: =Deutsch
=French: =Français
=Spanish: =Español
=Italian
=Portuguese: brazilian portuguese
=Dutch: =Flemish
=Swedish
=Norwegian
=Danish
=Finnish
=Icelandic
=Polish
=Czech
=Slovak
=Hungarian
=Romanian
=Bulgarian
=Greek
=Turkish
=Russian
=Ukrainian
=Serbian: =Croatian, =Bosnian
=Slovenian
=Albanian
=Estonian
=Latvian
=Lithuanian
=Arabic
=Hebrew
=Persian: =Farsi, =Dari
=Hindi
=Urdu
=Bengali
=Punjabi
=Gujarati
=Marathi
=Tamil
=Telugu
=Kannada
=Malayalam
=Nepali
Mandarin Chinese @mandarin: =Mandarin, =Chinese, mandarin chinese
=Cantonese
=Japanese
=Korean
=Vietnamese
=Thai
=Indonesian: bahasa indonesia
=Malay
=Tagalog: =Filipino
=Swahili
=Amharic
=Somali
=Yoruba
=Hausa
=Zulu
=Afrikaans
=Catalan
=Basque
=Galician
=Welsh
=Irish Gaelic: =Gaelic
American Sign Language: =ASL, british sign language, =BSL, sign language
=Latin
`;
