import type { Advice } from './types.ts';

/** The whole of the best piece: it was written to stand alone, and the offline engine has nothing to add to it. */
export function wholePiece(piece: Omit<Advice, 'good'>): string {
  return `**${piece.title}**\n\n${piece.body}\n\n${sourceLine(piece)}`;
}

/** A piece in one line, for those that come after the best. */
export function pointTo(piece: Pick<Advice, 'title' | 'lead'>): string {
  return `- **${piece.title}**: ${piece.lead}`;
}

function sourceLine(piece: Pick<Advice, 'id' | 'sources'>): string {
  const works = piece.sources.filter((source) => source !== 'Practitioner consensus');
  const basis = works.length ? `; it draws on ${works.join('; ')}` : '; practitioner consensus';
  return `_From the playbook (${piece.id})${basis}._`;
}
