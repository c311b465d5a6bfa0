import type { Resume } from '../../resume/index.ts';

/** CVs of several fields, all in order: whatever a check finds wrong with them is a fault of the check. */

export const nurse: Resume = {
  basics: {
    name: 'Amara Nwosu',
    label: 'Registered Nurse, Medical-Surgical',
    email: 'amara.nwosu@example.com',
    phone: '+1 614 555 0142',
    location: { city: 'Columbus', region: 'OH' },
    summary:
      'Registered nurse with seven years in medical-surgical and step-down units. Cares for up to six patients a shift and precepts new graduates. Looking to move into wound care.',
  },
  work: [
    {
      name: 'Riverside General Hospital',
      position: 'Registered Nurse, Step-Down Unit',
      startDate: '2020-03',
      highlights: [
        'Assess, plan and document care for four to six patients a shift on a 32-bed unit',
        'Administer medication and IV therapy, and monitor telemetry for cardiac patients',
        'Precepted 9 new graduate nurses; 8 of them still work on the unit',
        'Led a falls group whose hourly rounding cut falls from 14 to 5 in a year',
      ],
    },
    {
      name: 'St. Brigid Medical Center',
      position: 'Staff Nurse',
      startDate: '2017-07',
      endDate: '2020-02',
      highlights: [
        'Provided wound care and patient education for a 28-bed surgical ward',
        'Coordinated discharges with physicians, pharmacists and social workers',
        'Trained colleagues in the new electronic records during its roll-out',
      ],
    },
  ],
  education: [
    {
      institution: 'Ohio State University',
      studyType: 'Bachelor of Science',
      area: 'Nursing',
      startDate: '2013-08',
      endDate: '2017-05',
    },
  ],
  certificates: [
    { name: 'Registered Nurse, Ohio Board of Nursing' },
    { name: 'Advanced Cardiovascular Life Support (ACLS)' },
  ],
  skills: [
    { name: 'Clinical', keywords: ['Wound care', 'IV therapy', 'Telemetry', 'Medication administration'] },
    { name: 'Systems', keywords: ['Electronic records', 'Epic'] },
  ],
};

export const teacher: Resume = {
  basics: {
    name: 'Gwen Pritchard',
    label: 'Primary School Teacher (Key Stage 2)',
    email: 'gwen.pritchard@example.com',
    phone: '+44 29 2018 0455',
    location: { city: 'Cardiff', countryCode: 'GB' },
    summary:
      'Primary teacher with eight years in Key Stage 2 and a lead role in mathematics. Works closely with families, and organises a school garden that every class uses.',
  },
  work: [
    {
      name: 'Bryn Primary School',
      position: 'Year 5 Teacher and Mathematics Lead',
      startDate: '2019-09',
      highlights: [
        'Teach a class of 29 pupils, six of whom have individual education plans',
        'Lead mathematics across twelve classes, with termly training for colleagues',
        'Raised the share of pupils at the expected standard in mathematics from 61% to 78% in two years',
        'Plan lessons and assessment together with the other Year 5 teacher',
      ],
    },
    {
      name: 'Heol Fawr Junior School',
      position: 'Year 4 Teacher',
      startDate: '2016-09',
      endDate: '2019-08',
      highlights: [
        'Taught a mixed-ability class of 31 pupils',
        'Introduced guided reading groups that the whole school then adopted',
        'Ran an after-school science club for 20 pupils',
      ],
    },
  ],
  education: [
    {
      institution: 'Cardiff Metropolitan University',
      studyType: 'PGCE',
      area: 'Primary Education',
      startDate: '2015-09',
      endDate: '2016-06',
    },
    {
      institution: 'Swansea University',
      studyType: 'BA (Hons)',
      area: 'English',
      startDate: '2012-09',
      endDate: '2015-07',
    },
  ],
  skills: [
    { name: 'Teaching', keywords: ['Guided reading', 'Mathematics', 'Assessment', 'Lesson planning'] },
    { name: 'Languages', keywords: ['English', 'Welsh'] },
  ],
};

export const warehouse: Resume = {
  basics: {
    name: 'Tomasz Wilk',
    label: 'Warehouse Operative and Forklift Driver',
    email: 'tomasz.wilk@example.com',
    phone: '07700 900318',
    location: { city: 'Leicester', countryCode: 'GB' },
    summary:
      'Warehouse operative with six years in chilled and ambient goods and a counterbalance licence. Works nights and weekends, and trains new starters on the line.',
  },
  work: [
    {
      name: 'Fosse Foods Distribution',
      position: 'Forklift Driver',
      startDate: '2021-05',
      highlights: [
        'Load and unload up to 18 trailers a shift with counterbalance and reach trucks',
        'Check deliveries against orders and report shortages the same day',
        'Train new starters in safe stacking and manual handling',
        'Kept a record of three years without an accident',
      ],
    },
    {
      name: 'Parcel Midlands',
      position: 'Picker and Packer',
      startDate: '2018-10',
      endDate: '2021-04',
      highlights: [
        'Picked 140 lines an hour with handheld scanners, against a target of 120',
        'Packed fragile goods and labelled pallets for export',
        'Counted stock every week and corrected differences in the system',
      ],
    },
  ],
  certificates: [{ name: 'Counterbalance forklift licence', date: '2020-11' }],
  education: [
    {
      institution: 'Leicester College',
      studyType: 'Level 2 Certificate',
      area: 'Warehousing',
      endDate: '2018',
    },
  ],
  skills: [
    {
      name: 'Warehouse',
      keywords: ['Counterbalance truck', 'Manual handling', 'Stock counts', 'Handheld scanners'],
    },
  ],
};

export const engineer: Resume = {
  basics: {
    name: 'Lena Vogt',
    label: 'Senior Software Engineer',
    email: 'lena.vogt@example.com',
    phone: '+49 30 5550 1234',
    url: 'https://lenavogt.example.com',
    location: { city: 'Berlin', countryCode: 'DE' },
    profiles: [{ network: 'GitHub', username: 'lenavogt', url: 'https://github.com/lenavogt' }],
    summary:
      'Backend engineer with nine years in payments and logistics. Built and ran services in Go and PostgreSQL that move two million orders a month. Looking for a team that owns what it ships.',
  },
  work: [
    {
      name: 'Spedix GmbH',
      position: 'Senior Software Engineer',
      startDate: '2020-01',
      highlights: [
        'Designed the order service in Go that handles 2M orders a month at 99.95% availability',
        'Reduced p99 latency from 820 ms to 140 ms by moving hot queries to PostgreSQL replicas',
        'Mentor three engineers and review designs for two teams',
        'Migrated 40 services to Kubernetes without downtime',
      ],
    },
    {
      name: 'Zahlwerk AG',
      position: 'Software Engineer',
      startDate: '2015-10',
      endDate: '2019-12',
      highlights: [
        'Built REST APIs in Java for card payments in six countries',
        'Wrote the reconciliation that closed the books in hours instead of days',
        'Introduced automated tests, raising coverage from 30% to 82%',
      ],
    },
  ],
  education: [
    {
      institution: 'TU Berlin',
      studyType: 'BSc',
      area: 'Computer Science',
      startDate: '2012-10',
      endDate: '2015-09',
    },
  ],
  skills: [
    { name: 'Languages', keywords: ['Go', 'Java', 'SQL'] },
    { name: 'Infrastructure', keywords: ['PostgreSQL', 'Kubernetes', 'Terraform'] },
  ],
  projects: [
    {
      name: 'pgtail',
      description: 'A command line tool that follows PostgreSQL logs.',
      url: 'https://github.com/lenavogt/pgtail',
    },
  ],
};

export const goodCvs = { nurse, teacher, warehouse, engineer };
