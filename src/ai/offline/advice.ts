import { relatedSayings, saidOn } from './from-memory.ts';
import { pointTo, wholePiece } from './from-playbook.ts';
import type { Reading } from './kind.ts';
import { blockQuote } from './sentences.ts';
import type { OfflineInput, OfflineReply } from './types.ts';

/** Advice from the playbook, beside what the person has said on the matter. Null where no piece is about it. */
export function adviseFromPlaybook(input: OfflineInput, reading: Reading): OfflineReply | null {
  const [best, ...others] = input.advice.filter((piece) => piece.good);
  if (!best) return null;
  const related = relatedSayings(input, input.about);
  const parts: string[] = [];
  if (reading.wantsText) {
    parts.push(
      'Writing the text itself needs a language model, and none is set up. This is how to write it well:',
    );
  }
  if (related.length) {
    parts.push('What you have told me that bears on this:');
    for (const quote of related)
      parts.push(`${saidOn(quote.memory, input)}\n\n${blockQuote(quote.sentence)}`);
  }
  parts.push(wholePiece(best));
  const further = others.slice(0, 2);
  if (further.length) parts.push(`See also:\n\n${further.map(pointTo).join('\n')}`);
  return {
    kind: 'advice',
    text: parts.join('\n\n'),
    memories: related.map((quote) => quote.memory.id),
    advice: [best, ...further].map((piece) => piece.id),
  };
}
