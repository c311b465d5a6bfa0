import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPosting } from './index.ts';

const demands = (text: string) =>
  readPosting({ title: 'Job', text }).demands.map(({ kind, skills }) => `${kind}: ${skills.join('|')}`);
const of = (line: string) =>
  demands(`Requirements\n- ${line}\n- Docker\n`).filter((one) => one !== 'required: docker');

describe('what is wanted', () => {
  it.each([
    ['Python or Go', ['required: python|go']],
    ['AWS/GCP/Azure', ['required: aws|google-cloud|azure']],
    ['HTML/CSS', ['required: html', 'required: css']],
    ['Java, Kotlin or Scala', ['required: java|kotlin|scala']],
    ['Java, SQL and Python or Go', ['required: java', 'required: sql', 'required: python|go']],
    ['One of: PostgreSQL, MySQL, Oracle Database', ['required: postgresql|mysql|oracle-database']],
    ['Monitoring tools such as Grafana or Datadog', ['required: monitoring', 'required: grafana|datadog']],
    [
      'MySQL or another relational database like PostgreSQL',
      ['required: mysql|relational-databases|postgresql'],
    ],
    ['SQL (PostgreSQL preferred)', ['required: sql', 'preferred: postgresql']],
    ['Strong Java skills, Kotlin is a plus', ['required: java', 'preferred: kotlin']],
    ['Kafka, RabbitMQ and Redis are a plus', ['preferred: kafka', 'preferred: rabbitmq', 'preferred: redis']],
    ['TypeScript, ideally with React', ['required: typescript', 'preferred: react']],
    [
      'Python and SQL required, Tableau preferred',
      ['required: python', 'required: sql', 'preferred: tableau'],
    ],
    ['Kubernetes is not required', ['mentioned: kubernetes']],
  ])('%s', (line, wanted) => {
    expect(of(line)).toEqual(wanted);
  });

  it('goes by the names of the sections', () => {
    const text =
      'We are Acme, we love Perl.\n\nWhat you will do\n- Operate Kafka\n\nWho you are\n- You know Python\n- Must have: SQL\n\nBonus points\n- Rust and Python\n- Must have Terraform\n\nWhat we offer\n- Courses in Ruby on Rails\n\nEqual opportunities\nWe do not look at age; Java is for everyone.\n';
    expect(demands(text)).toEqual([
      'required: python',
      'required: sql',
      'required: terraform',
      'preferred: rust',
      'mentioned: kafka',
    ]);
  });

  it('reads prose, and a posting copied without its line breaks', () => {
    expect(
      demands(
        'We sell tea. You must know Excel well. Experience with Xero would be an advantage. We use Slack.',
      ),
    ).toEqual(['required: excel', 'preferred: xero', 'mentioned: slack']);
    const run = 'Baker Apply now Requirements: • HACCP • 2 years of baking Benefits: • Free Python course';
    expect(demands(run)).toEqual(['required: haccp', 'required: baking']);
  });

  it('says so where only the tasks name skills', () => {
    const posting = readPosting({ title: 'Cook', text: 'Tasks\n- Food preparation\n- Baking' });
    expect(posting.basis).toBe('tasks');
    expect(posting.demands.map(({ kind, skills }) => [kind, skills[0]])).toEqual([
      ['required', 'food-preparation'],
      ['required', 'baking'],
    ]);
  });
});

describe('what else a posting says', () => {
  const years = (line: string) =>
    readPosting({ text: `Requirements\n- ${line}` }).all_years.map(({ min, max, kind, skills }) => [
      min,
      max,
      kind,
      skills.join(),
    ]);

  it.each([
    ['5+ years of Python', [[5, null, 'required', 'python']]],
    ['three to five years of experience', [[3, 5, 'required', '']]],
    [
      'At least two (2) years with Docker, 18 months of Terraform',
      [
        [2, null, 'required', 'docker'],
        [1.5, null, 'required', 'terraform'],
      ],
    ],
    ['Java (4+ years)', [[4, null, 'required', 'java']]],
    [
      'Over 3 yrs in sales; 1 year of Rust is a plus',
      [
        [3, null, 'required', 'sales'],
        [1, null, 'preferred', 'rust'],
      ],
    ],
    ['You are 18 years old; we have grown for over 20 years; a 4-year degree', []],
  ])('years: %s', (line, wanted) => {
    expect(years(line)).toEqual(wanted);
  });

  it('degrees, hard and soft', () => {
    const degree = (line: string) => {
      const found = readPosting({ text: `Requirements\n- ${line}` }).all_degrees;
      return found.map(({ level, kind, soft, fields }) =>
        `${kind} ${level}${soft ? ' soft' : ''} ${fields.join(',')}`.trim(),
      );
    };
    expect(degree("Bachelor's degree in Computer Science or a related field")).toEqual([
      'required bachelor Computer Science',
    ]);
    expect(degree("Bachelor's or Master's degree, or equivalent experience")).toEqual([
      'required bachelor soft',
    ]);
    expect(degree("Bachelor's required, Master's preferred")).toEqual([
      'required bachelor',
      'preferred master',
    ]);
    expect(degree('High school diploma or GED')).toEqual(['required secondary']);
    expect(degree('Scrum Master or master electrician')).toEqual([]);
  });

  it('languages and their levels', () => {
    const { languages } = readPosting({
      text: 'Requirements\n- Fluent English and German (B2)\n- French is a plus',
    });
    expect(languages.map(({ language, level, kind }) => [language, level, kind])).toEqual([
      ['english', 5, 'required'],
      ['german', 4, 'required'],
      ['french', null, 'preferred'],
    ]);
  });

  it('title, seniority, place, kind of employment and pay, each with its span', () => {
    const text =
      'Senior Nurse\nLocation: Leeds, UK\nHybrid, part-time, permanent\nSalary: £35,000 - £40,000 per year';
    const posting = readPosting({ text });
    const at = (span: { start: number; end: number }) => text.slice(span.start, span.end);
    expect([posting.title, posting.seniority, at(posting.title_span!)]).toEqual([
      'Senior Nurse',
      'senior',
      'Senior Nurse',
    ]);
    expect([posting.location!.value, at(posting.location!.span)]).toEqual(['Leeds, UK', 'Leeds, UK']);
    expect(posting.workplace!.value).toBe('hybrid');
    expect(posting.employment.map(({ value }) => value)).toEqual(['part-time', 'permanent']);
    expect(posting.salary).toMatchObject({ min: 35000, max: 40000, currency: 'GBP', period: 'year' });
    expect(at(posting.salary!.span)).toBe('£35,000 - £40,000 per year');
  });

  it.each([
    ['Pay: $18.50 an hour', { min: 18.5, max: null, currency: null, period: 'hour' }],
    ['Gehalt: 45.000 - 52.000 EUR', { min: 45000, max: 52000, currency: 'EUR', period: null }],
    ['Salary up to 90k USD per annum', { min: null, max: 90000, currency: 'USD', period: 'year' }],
  ])('pay: %s', (text, salary) => {
    expect(readPosting({ text }).salary).toMatchObject(salary);
  });

  it('takes no funding for pay', () => {
    expect(readPosting({ text: 'We raised $40M and serve $2 billion in payments.' }).salary).toBeNull();
  });

  it('never throws, and its spans lie in the text', () => {
    const pieces = fc.constantFrom(
      'Requirements:',
      '\n',
      '- ',
      '• ',
      'Python',
      ' or ',
      ', ',
      '(',
      ')',
      '5+ years',
      ' of ',
      'is a plus',
      'Bachelor',
      '$10k',
      '. ',
      'You',
      'must',
      'İ',
      '\r\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
        ),
        (text) => {
          const posting = readPosting({ text });
          for (const { text: words, span } of posting.requirements)
            expect(text.slice(span.start, span.end)).toBe(words);
          for (const { span } of posting.skills) expect(span.end).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
