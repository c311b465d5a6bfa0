export { type Billing, createBilling } from './billing.ts';
export { type BillingDeps, registerBilling } from './routes.ts';
export type { CountOptions, Usage } from './usage.ts';
