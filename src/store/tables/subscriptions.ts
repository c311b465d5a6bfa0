import {
  boolean,
  defineTable,
  enumeration,
  integer,
  type NullableTimestamp,
  type Optional,
  references,
  required,
  type Timestamp,
  timestamp,
  unique,
  uuidKey,
  varchar,
} from './define.ts';

/** The names that the enum type `subscriptiontier` holds; a state beyond them needs a column of its own. */
export const subscriptionsTierValues = ['FREE', 'BASIC', 'PRO', 'ENTERPRISE'] as const;

/** The names that the enum type `subscriptionstatus` holds; a state beyond them needs a column of its own. */
export const subscriptionsStatusValues = ['ACTIVE', 'CANCELED', 'EXPIRED', 'TRIAL'] as const;

/** What a person pays for, and how much of it is used. */
export interface SubscriptionsTable {
  id: string;
  user_id: string;
  tier: (typeof subscriptionsTierValues)[number];
  status: (typeof subscriptionsStatusValues)[number];
  stripe_customer_id: Optional<string>;
  stripe_subscription_id: Optional<string>;
  price_id: Optional<string>;
  interviews_limit: Optional<number>;
  cv_analyses_limit: Optional<number>;
  interviews_used: Optional<number>;
  cv_analyses_used: Optional<number>;
  trial_ends_at: NullableTimestamp;
  current_period_start: NullableTimestamp;
  current_period_end: NullableTimestamp;
  canceled_at: NullableTimestamp;
  /** Ours, beside the original's: Stripe's own word for the state (`past_due`, …), as `status` has but four. */
  stripe_status: Optional<string>;
  /** Ours: counts what was written from Stripe's state, so that of two writers the one who read earlier gives way. */
  stripe_revision: Optional<number>;
  /** Ours: canceled by the person, and running on to the end of what was paid. */
  cancel_at_period_end: Optional<boolean>;
  /** Ours: the period that the columns of use belong to; null as long as the original alone counted. */
  usage_period_start: NullableTimestamp;
  created_at: Timestamp;
  updated_at: Timestamp;
}

export const subscriptions = defineTable<SubscriptionsTable>('subscriptions', {
  id: uuidKey(),
  user_id: required(unique(references(varchar(36), 'users'))),
  tier: required(enumeration('subscriptiontier', subscriptionsTierValues)),
  status: required(enumeration('subscriptionstatus', subscriptionsStatusValues)),
  stripe_customer_id: varchar(255),
  stripe_subscription_id: varchar(255),
  price_id: varchar(255),
  interviews_limit: integer(),
  cv_analyses_limit: integer(),
  interviews_used: integer(),
  cv_analyses_used: integer(),
  trial_ends_at: timestamp(),
  current_period_start: timestamp(),
  current_period_end: timestamp(),
  canceled_at: timestamp(),
  stripe_status: varchar(30),
  stripe_revision: integer(),
  cancel_at_period_end: boolean(),
  usage_period_start: timestamp(),
  created_at: required(timestamp()),
  updated_at: required(timestamp()),
});
