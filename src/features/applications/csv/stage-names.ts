import { isStage, type Stage } from '../stages.ts';

/** What people and their tools call stages. Compared without case and punctuation. */
const names: Record<Stage, string[]> = {
  saved:
    'wishlist, wish list, bookmarked, bookmark, interested, to apply, not applied, not applied yet, not yet applied, todo, to do, backlog, researching, research, draft, planned, shortlisted, new, lead'.split(
      ', ',
    ),
  applied:
    'submitted, application submitted, application sent, sent, in review, under review, in progress, pending, awaiting response, awaiting reply, waiting, received, application received, applied online, cv sent, resume sent, follow up, followed up, active'.split(
      ', ',
    ),
  screening:
    'phone screen, phone screening, screen, recruiter screen, recruiter call, recruiter screening, hr screen, hr call, phone call, intro call, assessment, online assessment, oa, take home, take home test, take home assignment, test, coding test, coding challenge, screening call, telephone interview, phone interview'.split(
      ', ',
    ),
  interview:
    'interviewing, interviews, interviewed, interview scheduled, first interview, onsite, on site, onsite interview, technical, technical interview, final round, final interview, panel, panel interview, video interview, hiring manager interview'.split(
      ', ',
    ),
  offer: 'offered, offer received, offer extended, job offer, negotiating, negotiation, verbal offer'.split(
    ', ',
  ),
  accepted: 'offer accepted, accepted offer, hired, signed, offer signed, joined, won'.split(', '),
  rejected:
    'declined, rejection, reject, refused, denied, not selected, not hired, unsuccessful, turned down, position filled, rejected after interview, no, lost, regret'.split(
      ', ',
    ),
  withdrawn:
    'withdrew, withdraw, offer declined, declined offer, i declined, declined by me, cancelled, canceled, not interested, abandoned, dropped, passed'.split(
      ', ',
    ),
  ghosted:
    'ghost, no response, no answer, no reply, no word, silent, silence, never heard back, not heard back, no response yet, unresponsive, dead, stale'.split(
      ', ',
    ),
};

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const known = new Map(
  Object.entries(names).flatMap(([stage, list]) => list.map((name) => [name, stage as Stage] as const)),
);

/** For what carries a number or a word more: «Interview 2», «2nd round», «Rejected - no visa». */
const patterns: [RegExp, Stage][] = [
  [/^offer (?:declined|rejected|turned down) by me|^declined (?:the )?offer/, 'withdrawn'],
  [/^rejected\b|^declined\b|\brejection\b/, 'rejected'],
  [/^withdr/, 'withdrawn'],
  [/^ghosted\b|^no (?:response|reply|answer)\b/, 'ghosted'],
  [/^(?:phone|recruiter|hr)\b.*\b(?:screen|screening|call)\b/, 'screening'],
  [
    /^(?!no )(?:\p{L}+ )?interview\b|^(?:\d+(?:st|nd|rd|th)?|first|second|third|final) (?:round|interview)\b|^round \d/u,
    'interview',
  ],
  [/^applied\b|^application (?:sent|submitted)\b/, 'applied'],
];

/** The stage that a word stands for; null where that cannot be told. */
export function stageNamed(text: string): Stage | null {
  const name = plain(text);
  if (isStage(name)) return name;
  const exact = known.get(name);
  if (exact) return exact;
  return patterns.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
