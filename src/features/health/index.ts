export { type HealthDeps, registerHealth } from './routes.ts';
