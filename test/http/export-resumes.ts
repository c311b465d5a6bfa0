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
  'a director with what is hard to tell apart': {
    basics: {
      name: "Sean O'Brien-Nagy, PhD",
      label: 'VP, Engineering',
      email: 's@example.com',
      phone: '(415) 555-0134',
      location: {
        address: '12 Hill Road',
        city: 'San Francisco',
        region: 'CA',
        postalCode: '94115',
        countryCode: 'US',
      },
      summary: 'First paragraph of the summary.\nSecond paragraph, with a list: a, b.',
      profiles: [{ network: 'LinkedIn', username: 'sean', url: 'https://linkedin.com/in/sean' }],
    },
    work: [
      {
        name: 'Acme, Inc.',
        position: 'Director of Engineering, Platform',
        location: 'Remote',
        startDate: '2019-03-15',
        url: 'https://acme.example.com',
        description: 'Maker of anvils',
        summary: 'Ran the platform group.',
        highlights: ['Grew the team from 4 to 19', 'Chose: Go – not Java', 'Won “best team” 2021'],
      },
      { name: 'Smith & Sons Ltd', position: 'Engineer', startDate: '2012', endDate: '2019-02' },
      {
        position: 'Freelance Developer',
        startDate: '2011-01',
        endDate: '2012-12',
        highlights: ['Shops for local firms'],
      },
    ],
    education: [
      {
        institution: 'University of California, Berkeley',
        studyType: 'BSc',
        area: 'Electrical Engineering and Computer Science',
        endDate: '2011',
      },
      {
        institution: 'MIT',
        studyType: 'PhD',
        area: 'Computer Science',
        startDate: '2012-09',
        endDate: '2016-06',
        score: '3.9/4.0',
      },
    ],
    skills: [
      { name: 'Python' },
      { name: 'Go', level: 'Advanced' },
      { name: 'Cloud', level: 'Expert', keywords: ['AWS', 'GCP (GKE)'] },
    ],
    certificates: [
      { name: 'PMP', date: '2020' },
      {
        name: 'AWS Certified Developer – Associate',
        issuer: 'Amazon',
        date: '2021-05',
        url: 'https://aws.example.com/c/1',
      },
    ],
    languages: [
      { language: 'English', fluency: 'Native speaker' },
      { language: 'Arabic', fluency: 'Professional working proficiency' },
    ],
    awards: [
      { title: 'Employee of the Year', awarder: 'Acme', date: '2021' },
      { title: 'Hackathon winner', summary: 'With a robot that sorts post.' },
    ],
    volunteer: [{ organization: 'Red Cross', position: 'Medic', startDate: '2018', summary: 'Weekends.' }],
    projects: [
      {
        name: 'tinydb',
        description: 'A database in 500 lines.',
        keywords: ['Rust', 'WASM'],
        roles: ['Author'],
        url: 'https://example.com/tinydb',
        highlights: ['Used in teaching'],
      },
      { name: 'Second Thing', startDate: '2020', endDate: '2021', highlights: ['It works', 'Still does'] },
    ],
    publications: [{ name: 'Databases, Small and Large', publisher: 'ACM', releaseDate: '2015-03' }],
    interests: [{ name: 'Music', keywords: ['piano'] }, { name: 'Hiking' }],
    references: [{ name: 'Jane Roe', reference: 'He is good.' }],
  },
};
