export { type Analytics, type AnalyticsParts, createAnalytics } from './analytics.ts';
export { playbookExamples } from './lessons.ts';
export { readQuestion, readText } from './reading.ts';
export { type AnalyticsDeps, registerAnalytics } from './routes.ts';
