export { type Conversation, listConversations } from './list.ts';
export { type ConversationDeps, registerConversations } from './routes.ts';
export { PROMPT_MESSAGES, PROMPT_TOKENS } from './summaries/batch.ts';
export { asksForBeginning, pointsForPrompt } from './summaries/for-prompt.ts';
export { createSummaries, type Summaries } from './summaries/index.ts';
export { type SummaryPoint, summaryPoints } from './summaries/read.ts';
