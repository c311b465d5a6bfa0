export { type RatedReply, type Rating, ratedReplies, ratingsOf, type Verdict } from './ratings.ts';
export { type FeedbackDeps, registerFeedback } from './routes.ts';
export { verdict } from './schemas.ts';
