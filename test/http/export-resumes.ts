import type { Resume } from '../../src/career/resume/index.ts';

/** CVs of people who do not exist, for the way out and back in: every section, several positions, several scripts. */
export const resumes: Record<string, Resume> = {
  'an engineer with every section': {
    basics: {
      name: 'Anna Kowalska',
      label: 'Senior Backend Engineer',
      email: 'anna.kowalska@example.com',
      phone: '+49 30 1234567',
      url: 'https://kowalska.example.com',
      summary:
        'Backend engineer with nine years of experience in payments and logistics. Likes small services, plain code and measured results.',
      location: { city: 'Berlin', countryCode: 'DE' },
      profiles: [
        { network: 'GitHub', username: 'annak', url: 'https://github.com/annak' },
        { network: 'LinkedIn', username: 'anna-kowalska', url: 'https://www.linkedin.com/in/anna-kowalska' },
      ],
    },
    work: [
      {
        name: 'Northwind GmbH',
        position: 'Senior Backend Engineer',
        location: 'Berlin',
        startDate: '2020-03',
        highlights: [
          'Cut the median response time of the ledger from 480 ms to 90 ms by moving hot reads to Redis and rewriting two of the slowest queries of the service',
          'Led a team of 5 engineers',
          'Introduced contract tests with Pact, C++ bindings included',
        ],
      },
      {
        name: 'Acme Logistics',
        position: 'Software Engineer',
        location: 'Hamburg',
        startDate: '2016-09',
        endDate: '2020-02',
        summary: 'Route planning for a fleet of 1,200 vans in four countries.',
        highlights: ['Wrote the dispatcher in Go', 'Saved €1.5M of fuel a year'],
      },
      {
        name: 'Acme Logistics',
        position: 'Junior Developer',
        startDate: '2015',
        endDate: '2016',
        highlights: ['Maintained the driver app'],
      },
    ],
    education: [
      {
        institution: 'Technische Universität Berlin',
        studyType: 'MSc',
        area: 'Computer Science',
        startDate: '2013-10',
        endDate: '2015-09',
        score: '1.3',
        courses: ['Distributed Systems', 'Compilers'],
      },
      {
        institution: 'University of Warsaw',
        studyType: 'BSc',
        area: 'Mathematics',
        startDate: '2010',
        endDate: '2013',
      },
    ],
    skills: [
      { name: 'Languages', keywords: ['Go', 'Python', 'C++', 'C#', 'SQL'] },
      { name: 'Infrastructure', keywords: ['Kubernetes', 'PostgreSQL', 'Redis', 'Terraform'] },
    ],
    projects: [
      {
        name: 'Pgmeter',
        description: 'A small profiler for PostgreSQL.',
        startDate: '2019-05',
        endDate: '2021-01',
        url: 'https://github.com/annak/pgmeter',
        highlights: ['2,300 stars', 'Used by two banks'],
      },
    ],
    certificates: [
      { name: 'Certified Kubernetes Administrator', issuer: 'CNCF', date: '2022-06' },
      { name: 'AWS Certified Solutions Architect', issuer: 'Amazon Web Services', date: '2021-11' },
    ],
    languages: [
      { language: 'Polish', fluency: 'Native' },
      { language: 'German', fluency: 'C1' },
    ],
    volunteer: [
      {
        organization: 'Code Your Future',
        position: 'Mentor',
        startDate: '2018-01',
        endDate: '2019-12',
        highlights: ['Taught SQL to 20 refugees'],
      },
    ],
    awards: [
      { title: 'Best Paper Award', awarder: 'DEBS', date: '2017-06', summary: 'For work on event ordering.' },
    ],
    publications: [
      {
        name: 'Ordering Events Cheaply',
        publisher: 'ACM',
        releaseDate: '2017-06',
        url: 'https://doi.example.org/10.1145/1',
      },
    ],
    interests: [{ name: 'Climbing' }, { name: 'Chess', keywords: ['endgames', 'studies'] }],
    references: [{ name: 'Dr. Jan Nowak', reference: 'Anna finds the simple way through any problem.' }],
  },
  'a nurse with accents': {
    basics: {
      name: 'Zoë Lefèvre-Müller',
      label: 'Infirmière diplômée',
      email: 'zoe@example.fr',
      phone: '+33 6 12 34 56 78',
      location: { city: 'Besançon', countryCode: 'FR' },
      summary: 'Nurse in intensive care – calm, exact, and good with families.',
    },
    work: [
      {
        name: 'Hôpital Saint-Étienne',
        position: 'Intensive Care Nurse',
        location: 'Besançon',
        startDate: '2019-01',
        highlights: ['Cared for 4 patients per shift', 'Trained 12 new colleagues in “closed-loop” talk'],
      },
      {
        name: 'Clinique du Parc',
        position: 'Nurse',
        startDate: '2015-07',
        endDate: '2018-12',
        highlights: ['Ran the night shift of a ward of 28 beds'],
      },
    ],
    education: [
      {
        institution: 'IFSI Dijon',
        studyType: 'Diploma',
        area: 'Nursing',
        startDate: '2012',
        endDate: '2015',
      },
    ],
    skills: [{ name: 'Care', keywords: ['Triage', 'Ventilation', 'Wound care'] }],
    languages: [
      { language: 'French', fluency: 'Native' },
      { language: 'English', fluency: 'B2' },
    ],
  },
  'names beyond the west': {
    basics: {
      name: 'Łukasz Żółć',
      label: 'Инженер-программист',
      email: 'lukasz@example.pl',
      location: { city: 'Łódź', countryCode: 'PL' },
      summary: 'Worked with Ελένη Παπαδοπούλου and Иван Петров on official workflows.',
    },
    work: [
      {
        name: 'Zakład Doświadczalny',
        position: 'Software Engineer',
        location: 'Łódź',
        startDate: '2021-04',
        highlights: ['Wrote the office file flow with Őrsi Győző', 'Перевёл систему на PostgreSQL'],
      },
      {
        name: 'Αθήνα Labs',
        position: 'Developer',
        startDate: '2018-02',
        endDate: '2021-03',
        highlights: ['Built the first affiliate office'],
      },
    ],
    education: [
      {
        institution: 'Politechnika Łódzka',
        studyType: 'MSc',
        area: 'Computer Science',
        startDate: '2013',
        endDate: '2018',
      },
    ],
    skills: [{ name: 'Backend', keywords: ['Java', 'Kotlin', 'PostgreSQL'] }],
  },
};
