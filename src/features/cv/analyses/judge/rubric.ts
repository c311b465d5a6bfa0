/** Raised with every change of the questions, the anchors or the instructions. */
export const JUDGEMENT_VERSION = 'cv-judgements-1';

/** Behavioural anchors: what a CV shows that deserves 1, 3 and 5; 2 and 4 lie between. */
export interface Criterion {
  id: string;
  title: string;
  question: string;
  anchors: { 1: string; 3: string; 5: string };
  /** Asked only where there is something to hold the CV against. */
  needsTarget?: true;
}

export const criteria = [
  {
    id: 'impact',
    title: 'Impact',
    question: 'Does it say what came of the work?',
    anchors: {
      1: 'Lists duties only; no entry says what changed through the work.',
      3: 'Some entries name a result; most say only what was done.',
      5: 'Most recent entries name a result that a reader of the field would value, with its size or its use.',
    },
  },
  {
    id: 'specificity',
    title: 'Specificity',
    question: 'Could these sentences stand in nobody else’s CV?',
    anchors: {
      1: 'General phrases that fit anybody with the same job title.',
      3: 'Names some settings, tools, groups or amounts; many sentences stay general.',
      5: 'Nearly every sentence names what, with what, for whom or how much.',
    },
  },
  {
    id: 'clarity',
    title: 'Clarity',
    question: 'Is each sentence understood at the first reading?',
    anchors: {
      1: 'Long, tangled or jargon-laden sentences; the point must be searched for.',
      3: 'Mostly clear; several sentences carry two points or unexplained jargon.',
      5: 'Short, plain sentences, one point each, understood by somebody outside the field.',
    },
  },
  {
    id: 'structure',
    title: 'Structure',
    question: 'Does what weighs most stand where it is read first?',
    anchors: {
      1: 'No visible order; the recent or weighty work is hard to find.',
      3: 'Usual sections, yet minor points stand before weighty ones in them.',
      5: 'Summary, entries and bullets each open with what weighs most.',
    },
  },
  {
    id: 'progression',
    title: 'Progression',
    question: 'Do the entries add up to a story of growing or deepening work?',
    anchors: {
      1: 'Entries stand side by side; how one led to the next cannot be seen.',
      3: 'A direction can be guessed from titles and dates.',
      5: 'Scope, skill or trust visibly grows or deepens from entry to entry, and changes are explained.',
    },
  },
  {
    id: 'relevance',
    title: 'Relevance',
    question: 'Does it put forward what the target asks for?',
    anchors: {
      1: 'What the target asks for is hardly touched.',
      3: 'The main demands are met somewhere, among much that does not matter here.',
      5: 'The main demands are met early and with proof; little distracts from them.',
    },
    needsTarget: true,
  },
] as const satisfies readonly Criterion[];

export type CriterionId = (typeof criteria)[number]['id'];

/** The anchor that a score comes nearest to. */
export function anchorOf({ anchors }: Criterion, score: number): string {
  return score < 2 ? anchors[1] : score > 4 ? anchors[5] : anchors[3];
}
