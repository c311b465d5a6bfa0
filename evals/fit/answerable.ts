import { type Asked, ask, type Labelled } from './data.ts';
import { every, notes, oneSided, tiny, withoutVectors } from './views.ts';

/** A question as it is asked of a memory that can answer it, or of one that cannot. */
export interface Posed {
  asked: Asked;
  /** The memory it is asked of. */
  memory: Labelled;
  answerable: boolean;
  weight: number;
}

/** What a cut-down view's question weighs beside one of a whole conversation. */
const VIEW_WEIGHT = 0.3;
/** Of less than this no ranking is made that would tell anything. */
const SMALLEST = 3;

type Question = Labelled['questions'][number];

/**
 * Each question twice: of its own memory, and of one that holds no evidence for it, in turn its own without the evidence,
 * its own without the evidence and what was said right after it (which mostly repeats it), and somebody else's of the same
 * kind. Both count the same. All of it over again for the views, since small memories have other scores.
 */
export function pose(labelled: readonly Labelled[]): Posed[] {
  const whole = poseOf(labelled, 1);
  const views: Labelled[][] = [
    labelled.map((one) => oneSided(every(3, one))),
    labelled.map((one) => notes(every(4, one))),
    labelled.map((one) => withoutVectors(every(4, one))),
    labelled.flatMap((one) => tiny(every(3, one))),
  ];
  return [...whole, ...views.flatMap((view) => poseOf(view, VIEW_WEIGHT))];
}

function poseOf(labelled: readonly Labelled[], weight: number): Posed[] {
  let turn = 0;
  return labelled.flatMap((one, i) =>
    one.questions.flatMap((question): Posed[] => {
      const own = ask({ ...one, questions: [question] }).map((asked) => ({ asked, memory: one }));
      if (own.length === 0) return [];
      const other = withoutEvidence(one, question, turn++ % 3, () => strangerTo(one, labelled, i));
      return [
        ...own.map((posed) => ({ ...posed, answerable: true, weight })),
        ...askInVain(other, question).map((posed) => ({ ...posed, answerable: false, weight })),
      ];
    }),
  );
}

function withoutEvidence(
  one: Labelled,
  { evidence }: Question,
  turn: number,
  stranger: () => Labelled | undefined,
): Labelled {
  if (turn === 2) return stranger() ?? without(one, evidence);
  return without(one, turn === 1 ? withReplies(one, evidence) : evidence);
}

function without(one: Labelled, gone: ReadonlySet<string>): Labelled {
  return { ...one, messages: one.messages.filter(({ id }) => !gone.has(id)) };
}

/** The evidence and the message after each in its conversation. */
export function withReplies(
  { messages }: { messages: readonly { id: string; conversation: string | null }[] },
  evidence: ReadonlySet<string>,
): Set<string> {
  const gone = new Set(evidence);
  const lastOf = new Map<string, string>();
  for (const { id, conversation } of messages) {
    if (conversation === null) continue;
    if (evidence.has(lastOf.get(conversation) ?? '')) gone.add(id);
    lastOf.set(conversation, id);
  }
  return gone;
}

/** The next memory of the same kind that is another person's. */
function strangerTo(
  { file, source }: Labelled,
  among: readonly Labelled[],
  at: number,
): Labelled | undefined {
  const inTurn = [...among.slice(at + 1), ...among.slice(0, at)];
  return inTurn.find((other) => other.file !== file && other.source === source);
}

/** `ask` leaves out questions without evidence: any message stands in for it until the pool is made. */
function askInVain(memory: Labelled, question: Question): { asked: Asked; memory: Labelled }[] {
  if (memory.messages.length < SMALLEST) return [];
  const standIn = { ...question, evidence: new Set([memory.messages[0]!.id]) };
  return ask({ ...memory, questions: [standIn] }).map((asked) => ({
    asked: { ...asked, evidence: new Set() },
    memory,
  }));
}
