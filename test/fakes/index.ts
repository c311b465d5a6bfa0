/** Local servers that speak the providers' real protocols, for tests of the whole program. */
export { breaksOff, calls, fails, failsMidStream, fallsSilent, hangs, says, sends } from './answers.ts';
export { type FakeAnthropic, startFakeAnthropic } from './fake-anthropic.ts';
export { type FakeOpenAI, type FakeOpenAIOptions, startFakeOpenAI } from './fake-openai.ts';
export type { RecordedRequest, Scripted } from './server.ts';
export { wordVector } from './word-vectors.ts';
