export { type RecommendationDeps, registerRecommendations } from './routes.ts';
export { createProfileUpkeep, type ProfileUpkeep } from './similar/upkeep.ts';
