/** A message that is only understood with what came before. */
export interface FollowUp {
  ask: string;
  /** Words that what is looked up must hold, in any case. */
  wants: string[];
  /** Words that it must not hold: the part that the follow-up exchanges. */
  not?: string[];
  /** The name of the memory that it asks for. */
  finds?: string;
}

/** The end of a conversation, with what may be said next. */
export interface Scene {
  name: string;
  /** In turns, beginning with the person. */
  turns: string[];
  followUps: FollowUp[];
  /** Messages that stand by themselves here, each with the memory that it asks for where there is one. */
  alone: (string | { ask: string; finds: string })[];
  /** What the person said in earlier conversations, by name. All scenes share one memory. */
  memories: Record<string, string>;
}
