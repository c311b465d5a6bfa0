/** A day that a text names, resolved against the day it was said on. Days are UTC's: the person's zone is not known. */
export interface Due {
  /** `2026-03-06`. */
  date: string;
  /** The words it was read from: «by Friday». */
  text: string;
}

/** Something the person said they would do. */
export interface ReadPromise {
  /** The sentence, as it was said. */
  quote: string;
  /** Where the sentence stands in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** From the verb on, without the time: «update my CV». */
  action: string;
  /** Verbs of one meaning share a group: «call», «phone» and «ring» are `call`. */
  verb: string;
  /** Stems of what the action is about; names of people are among them. */
  about: string[];
  due: Due | null;
}

/** Something the person said they did. */
export interface ReadDone {
  quote: string;
  verb: string;
  about: string[];
}

export interface SaidMessage {
  id: string;
  text: string;
  /** ISO 8601. */
  created_at: string;
}

export interface Mention {
  message_id: string;
  quote: string;
  said_at: string;
}

/** A promise over time: said, perhaps said again, perhaps kept. */
export interface FollowedPromise extends Omit<ReadPromise, 'start' | 'end' | 'quote'> {
  /** The message it was first said in, and its place among the promises of that message, from 0. */
  first: Mention & { index: number };
  /** The last time it was said; the due day is read from there where that names one. */
  last: Mention;
  /** How often it was said. */
  times: number;
  /** Where the person said that they did it. */
  done: Mention | null;
}
