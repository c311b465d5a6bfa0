export { type AskedFact, askedFact } from './ask.ts';
export { type Claimed, checkStatement, filed } from './check.ts';
export { holdsSum } from './money.ts';
export { PATTERNS, readFacts } from './read.ts';
export { sameValue } from './settle/same-value.ts';
export { type Kept, type Standing, settle } from './settle.ts';
export { isTalk } from './talk.ts';
export { answerFromFacts, askWhich, kindName, type ToldFact, tellFact, thenNote } from './tell.ts';
export { FACT_KINDS, type FactChange, type FactKind, LONGEST_VALUE, type Statement } from './types.ts';
