import {
  boolean,
  defineTable,
  index,
  integer,
  type NullableTimestamp,
  type Optional,
  required,
  type Timestamp,
  timestamp,
  unique,
  uuidKey,
  varchar,
} from './define.ts';

/** People: one row each, made at the first sign-in. */
export interface UsersTable {
  id: string;
  clerk_user_id: string;
  email: string;
  full_name: Optional<string>;
  avatar_url: Optional<string>;
  preferred_language: Optional<string>;
  timezone: Optional<string>;
  is_active: Optional<boolean>;
  email_verified: Optional<boolean>;
  total_interviews: Optional<number>;
  total_cv_analyses: Optional<number>;
  created_at: Timestamp;
  updated_at: Timestamp;
  last_login_at: NullableTimestamp;
}

export const users = defineTable<UsersTable>(
  'users',
  {
    id: uuidKey(),
    clerk_user_id: required(unique(varchar(255))),
    email: required(unique(varchar(255))),
    full_name: varchar(255),
    avatar_url: varchar(500),
    preferred_language: varchar(10),
    timezone: varchar(50),
    is_active: boolean(),
    email_verified: boolean(),
    total_interviews: integer(),
    total_cv_analyses: integer(),
    created_at: required(timestamp()),
    updated_at: required(timestamp()),
    last_login_at: timestamp(),
  },
  [index('users', 'clerk_user_id'), index('users', 'email')],
);
