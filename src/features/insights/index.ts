export { isOwn, snippetOf } from './messages.ts';
export { type KeptPromise, type PromiseState, promisesOf } from './promises/promises.ts';
export { type InsightDeps, registerInsights } from './routes.ts';
export { nameOfTopic, topicOf } from './topics/topic-of.ts';
