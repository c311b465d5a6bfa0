export { type RecommendationDeps, registerRecommendations } from './routes.ts';
