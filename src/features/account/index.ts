export { type AccountDeps, registerAccount } from './routes.ts';
export { createSessions, type Sessions } from './sessions.ts';
