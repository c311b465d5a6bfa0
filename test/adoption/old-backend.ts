/*
 * What a deployment of the original backend holds: its DDL as SQLAlchemy wrote it, and rows in every table. Written
 * down independently of src/store/tables, so that a mistake there cannot hide here.
 */

type Flavour = 'postgres' | 'sqlite';

const enums: Record<string, string[]> = {
  cvanalysisstatus: ['PENDING', 'PROCESSING', 'COMPLETED', 'FAILED'],
  subscriptiontier: ['FREE', 'BASIC', 'PRO', 'ENTERPRISE'],
  subscriptionstatus: ['ACTIVE', 'CANCELED', 'EXPIRED', 'TRIAL'],
  jobstatus: ['DRAFT', 'ACTIVE', 'PAUSED', 'CLOSED'],
  applicationstatus: ['SUBMITTED', 'SCREENING', 'INTERVIEW', 'OFFERED', 'REJECTED', 'WITHDRAWN'],
  cvrewritestyle: ['MODERN', 'MINIMAL', 'EXECUTIVE', 'ATS_OPTIMIZED'],
  coverlettertone: ['FORMAL', 'SMART', 'PROFESSIONAL', 'FRIENDLY'],
};

/** Columns in a shorthand: `!` is NOT NULL; types are words of both databases, `dt`, `vector` or the name of an enum. */
const tables: [name: string, columns: string, constraints: string[]][] = [
  [
    'users',
    `clerk_user_id varchar(255)!, email varchar(255)!, full_name varchar(255), avatar_url varchar(500),
     preferred_language varchar(10), timezone varchar(50), is_active boolean, email_verified boolean,
     total_interviews integer, total_cv_analyses integer, created_at dt!, updated_at dt!, last_login_at dt`,
    [],
  ],
  [
    'subscriptions',
    `user_id varchar(36)!, tier subscriptiontier!, status subscriptionstatus!, stripe_customer_id varchar(255),
     stripe_subscription_id varchar(255), price_id varchar(255), interviews_limit integer, cv_analyses_limit integer,
     interviews_used integer, cv_analyses_used integer, trial_ends_at dt, current_period_start dt,
     current_period_end dt, canceled_at dt, created_at dt!, updated_at dt!`,
    ['unique (user_id)', 'foreign key (user_id) references users (id)'],
  ],
  [
    'interview_sessions',
    `user_id varchar(36), job_title varchar(255)!, seniority varchar(20)!, language varchar(10)!,
     num_questions integer!, status varchar(20)!, overall_score integer, summary_json json, created_at dt!,
     completed_at dt`,
    [],
  ],
  [
    'interview_questions',
    `session_id varchar(36)!, idx integer!, type varchar(50)!, competency varchar(255), question_text text!`,
    ['foreign key (session_id) references interview_sessions (id) on delete cascade'],
  ],
  [
    'interview_answers',
    `session_id varchar(36)!, question_id integer!, user_answer_text text!, user_answer_audio varchar(512),
     score_overall integer!, score_relevance integer, score_clarity integer, score_structure integer,
     score_impact integer, coach_notes text, created_at dt!`,
    [
      'foreign key (session_id) references interview_sessions (id) on delete cascade',
      'foreign key (question_id) references interview_questions (id) on delete cascade',
    ],
  ],
  [
    'cv_analyses',
    `user_id varchar(36), filename varchar(255)!, file_path varchar(500), file_size integer, file_type varchar(50),
     target_job_title varchar(255), target_seniority varchar(20), status cvanalysisstatus!, extracted_text text,
     parsed_data json, overall_score integer, ats_score integer, scores_breakdown json, strengths json,
     weaknesses json, suggestions json, keywords_found json, keywords_missing json, analysis_notes text,
     error_message text, created_at dt!, updated_at dt!, completed_at dt`,
    [],
  ],
  [
    'cv_rewrites',
    `user_id varchar(36), cv_analysis_id varchar(36), original_cv_text text!, target_job_title varchar(255),
     target_job_description text, style cvrewritestyle!, rewritten_cv_text text, rewritten_cv_markdown text,
     improvements_made json, keywords_added json, ats_score_before integer, ats_score_after integer,
     status varchar(20)!, error_message text, created_at dt!, completed_at dt`,
    ['foreign key (cv_analysis_id) references cv_analyses (id)'],
  ],
  [
    'job_postings',
    `user_id varchar(36), title varchar(255)!, company_name varchar(255)!, location varchar(255), remote boolean,
     job_type varchar(50), description text!, requirements json, responsibilities json, benefits json,
     salary_min integer, salary_max integer, salary_currency varchar(10), seniority varchar(20),
     department varchar(100), skills_required json, status jobstatus!, views_count integer,
     applications_count integer, external_id varchar(255), external_url varchar(500), created_at dt!,
     updated_at dt!, published_at dt, closed_at dt`,
    ['foreign key (user_id) references users (id)'],
  ],
  [
    'cover_letters',
    `user_id varchar(36), cv_analysis_id varchar(36), job_posting_id varchar(36), cv_text text!,
     job_title varchar(255)!, company_name varchar(255)!, job_description text, tone coverlettertone!,
     additional_info text, cover_letter_text text, cover_letter_markdown text, matching_skills json,
     key_highlights json, status varchar(20)!, error_message text, created_at dt!, completed_at dt`,
    [
      'foreign key (cv_analysis_id) references cv_analyses (id)',
      'foreign key (job_posting_id) references job_postings (id)',
    ],
  ],
  [
    'applications',
    `job_id varchar(36)!, user_id varchar(36), applicant_email varchar(255)!, applicant_name varchar(255)!,
     applicant_phone varchar(50), cv_id varchar(36), cover_letter text, portfolio_url varchar(500),
     linkedin_url varchar(500), status applicationstatus!, cv_match_score integer, interview_score integer,
     interview_session_id varchar(36), interview_scheduled_at dt, interview_completed_at dt, recruiter_notes text,
     rejection_reason text, external_id varchar(255), created_at dt!, updated_at dt!, reviewed_at dt`,
    [
      'foreign key (job_id) references job_postings (id)',
      'foreign key (user_id) references users (id)',
      'foreign key (cv_id) references cv_analyses (id)',
      'foreign key (interview_session_id) references interview_sessions (id)',
    ],
  ],
  [
    'user_message_embeddings',
    `user_id varchar(255)!, message_id varchar(36)!, message_text text!, message_role varchar(20)!, embedding vector,
     conversation_id varchar(36), context_type varchar(50), metadata_json json, created_at dt!`,
    [],
  ],
];

const indexes = [
  'create unique index ix_users_clerk_user_id on users (clerk_user_id)',
  'create unique index ix_users_email on users (email)',
  'create index ix_user_message_embeddings_user_id on user_message_embeddings (user_id)',
  'create index ix_user_message_embeddings_message_id on user_message_embeddings (message_id)',
  'create index ix_user_message_embeddings_conversation_id on user_message_embeddings (conversation_id)',
  'create index ix_user_message_embeddings_created_at on user_message_embeddings (created_at)',
];

function columnType(word: string, flavour: Flavour): string {
  if (word === 'dt') return flavour === 'postgres' ? 'timestamp without time zone' : 'DATETIME';
  if (word === 'vector') return flavour === 'postgres' ? 'vector(1536)' : 'TEXT';
  if (enums[word] && flavour === 'sqlite') return 'VARCHAR(13)';
  return word;
}

function createTable([name, columns, constraints]: (typeof tables)[number], flavour: Flavour): string {
  const serial = name === 'interview_questions' || name === 'interview_answers';
  const key = serial
    ? flavour === 'postgres'
      ? 'id serial not null'
      : 'id INTEGER not null'
    : 'id varchar(36) not null';
  const list = columns.split(',').map((column) => {
    const [, field, type, bang] = /^\s*(\w+) ([\w()]+?)(!?)\s*$/.exec(column)!;
    return `${field} ${columnType(type!, flavour)}${bang ? ' not null' : ''}`;
  });
  return `create table ${name} (${[key, ...list, 'primary key (id)', ...constraints].join(', ')})`;
}

export function oldSchema(flavour: Flavour): string[] {
  const types = Object.entries(enums).map(
    ([name, values]) => `create type ${name} as enum (${values.map((v) => `'${v}'`).join(', ')})`,
  );
  return [
    ...(flavour === 'postgres' ? ['create extension if not exists vector', ...types] : []),
    ...tables.map((table) => createTable(table, flavour)),
    ...indexes,
  ];
}

const when = `'2023-11-05 08:30:00.123456'`;

/** The original's inserts: it names every column it fills, and knows none of ours. */
export function oldRows(suffix: string, embedding: number[] | null): string[] {
  const vector = embedding ? `'[${embedding.join(', ')}]'` : 'null';
  return [
    `insert into users (id, clerk_user_id, email, full_name, is_active, email_verified, total_interviews, created_at, updated_at)
     values ('user${suffix}', 'clerk${suffix}', 'mara${suffix}@example.org', 'Mara', true, false, 2, ${when}, ${when})`,
    `insert into subscriptions (id, user_id, tier, status, interviews_limit, created_at, updated_at)
     values ('sub${suffix}', 'user${suffix}', 'PRO', 'ACTIVE', 5, ${when}, ${when})`,
    `insert into interview_sessions (id, user_id, job_title, seniority, language, num_questions, status, overall_score, summary_json, created_at)
     values ('is${suffix}', 'clerk${suffix}', 'Nurse', 'senior', 'en', 2, 'completed', 71, '{"strengths": ["calm"]}', ${when})`,
    `insert into interview_questions (session_id, idx, type, question_text) values ('is${suffix}', 1, 'behavioral', 'Tell me about a hard shift.')`,
    `insert into interview_answers (session_id, question_id, user_answer_text, score_overall, created_at)
     values ('is${suffix}', (select max(id) from interview_questions), 'We were three short.', 68, ${when})`,
    `insert into cv_analyses (id, user_id, filename, status, extracted_text, strengths, created_at, updated_at)
     values ('cv${suffix}', 'clerk${suffix}', 'mara.pdf', 'COMPLETED', 'Mara, nurse', '["clear"]', ${when}, ${when})`,
    `insert into cv_rewrites (id, user_id, cv_analysis_id, original_cv_text, style, status, created_at)
     values ('rw${suffix}', 'clerk${suffix}', 'cv${suffix}', 'Mara, nurse', 'ATS_OPTIMIZED', 'completed', ${when})`,
    `insert into job_postings (id, user_id, title, company_name, remote, description, status, created_at, updated_at)
     values ('job${suffix}', 'user${suffix}', 'Ward lead', 'Harbour Clinic', false, 'Lead a ward.', 'ACTIVE', ${when}, ${when})`,
    `insert into cover_letters (id, user_id, cv_analysis_id, job_posting_id, cv_text, job_title, company_name, tone, status, created_at)
     values ('cl${suffix}', 'clerk${suffix}', 'cv${suffix}', 'job${suffix}', 'Mara, nurse', 'Ward lead', 'Harbour Clinic', 'FRIENDLY', 'completed', ${when})`,
    `insert into applications (id, job_id, user_id, applicant_email, applicant_name, status, created_at, updated_at)
     values ('ap${suffix}', 'job${suffix}', 'user${suffix}', 'mara${suffix}@example.org', 'Mara', 'INTERVIEW', ${when}, ${when})`,
    `insert into user_message_embeddings (id, user_id, message_id, message_text, message_role, embedding, conversation_id, context_type, metadata_json, created_at)
     values ('me${suffix}', 'clerk${suffix}', 'ms${suffix}', 'The night shift allowance is 340 euros.', 'user', ${vector}, 'cv1', 'career_chat', '{"source": "old"}', ${when})`,
  ];
}

export const oldTableNames: string[] = tables.map(([name]) => name).sort();
