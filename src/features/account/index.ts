export { type Identities, identitiesOf } from './identities.ts';
export { ownedBy, ownerColumns } from './ownership.ts';
export { type AccountDeps, registerAccount } from './routes.ts';
export { createSessions, type Sessions } from './sessions.ts';
