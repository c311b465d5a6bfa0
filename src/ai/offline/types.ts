/** A remembered message as the engine needs it; a structural part of what memory recalls, as `ai` knows no memory. */
export interface Remembered {
  id: string;
  text: string;
  role: 'user' | 'assistant';
  /** ISO 8601. */
  created_at: string;
}

/** A written piece that may be offered as advice. */
export interface Advice {
  id: string;
  title: string;
  /** Its answer in a sentence or two, able to stand alone. */
  lead: string;
  body: string;
  /** The works it rests on. */
  sources: string[];
  /** Whether it is about the question, rather than sharing a word with it. */
  good: boolean;
}

export interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

/** How texts become comparable words. Given, so that the engine and the keyword index never cut a word differently. */
export interface Words {
  /** The terms of a text, each once. */
  terms(text: string): string[];
  /** The terms of a question, each once; less weight for words that only say how it asks. */
  query(text: string): { term: string; weight: number }[];
}

export interface OfflineInput {
  message: string;
  /** What the message is about, where that is more than its own words (a follow-up). */
  about: string;
  /** The conversation before this message, oldest first. */
  conversation: Turn[];
  /** What memory found, best first; never the message itself. */
  recalled: Remembered[];
  /** What the playbook has, best first. */
  advice: Advice[];
  words: Words;
  /** The subject of a remembered sentence, for «what do you know about me»; null where none is recognised. */
  topicOf(text: string): string | null;
  /** How far the reader's clock is ahead of UTC, in minutes: what was said is dated by it. */
  utcOffset?: number | undefined;
}

export interface OfflineReply {
  kind: 'small-talk' | 'about-you' | 'recall' | 'advice' | 'statement' | 'nothing';
  /** Markdown. What is quoted from memory stands in block quotes and nowhere else. */
  text: string;
  /** Ids of the memories quoted, in order. */
  memories: string[];
  /** Ids of the pieces used, in order. */
  advice: string[];
}
