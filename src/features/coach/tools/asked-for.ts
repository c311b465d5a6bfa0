import type { Stage } from '../../applications/index.ts';
import { folded } from '../workbench/index.ts';

/*
 * A change is made where the person asked for it, and not where a posting or an old message put the idea into the
 * model's head. What they wrote in this message is looked at here, by words, in the languages that are met most.
 */

const STAGE_NAMES: Record<Stage, RegExp> = {
  saved: /\bsav|\bbookmark|\bgespeichert|\bmerk|\benregistr|\bguardad|\bopgeslagen/,
  applied: /\bappl(?:y|ied)|\bsent|\bsubmit|\bbew[eo]rb|\bbeworben|\bpostul|\bcandidat|\benviad|\bsollicit/,
  screening: /\bscreen|\bphone call|\brecruiter call|\btelefon|\bpreselec|\bprésélec|\bpreselez/,
  interview: /\binterview|\bvorstellungsgespr|\bgesprach|\bentretien|\bentrevista|\bcolloquio|\bgesprek/,
  offer: /\boffer|\bangebot|\boffre|\boferta|\bofferta|\baanbod/,
  accepted: /\baccept|\bsigned|\btook the|\btake the|\bsaid yes|\bangenommen|\bannehm|\bacept|\baccett/,
  rejected:
    /\breject|\bturned (?:me |us )?down|\bsaid no\b|\bdeclined me|\bnot (?:moving|going) forward|\bdidn't get|\bdid not get|\bno from\b|\babgelehnt|\babsage|\brefus|\brechaz|\brifiut|\bafgewezen/,
  withdrawn:
    /\bwithdr[ae]w|\bpull(?:ed|ing)? (?:out|my)|\bdrop(?:ped)?\b|\bno longer interested|\bcancel|\bzuruck(?:gezogen|zieh)|\bretir|\britir|\bteruggetrokken/,
  ghosted:
    /\bghost|\bno (?:answer|reply|response)|\bnever (?:heard|answered|replied)|\bkeine antwort|\bsans reponse|\bsin respuesta|\bgeen antwoord/,
};

const LETTER = /\bletters?\b|\banschreiben|\bbewerbungsschreiben|\bbrief|\blettre|\bcarta\b|\blettera\b/;

/** Whether the message is about a letter. */
export function namesLetter(message: string): boolean {
  return LETTER.test(folded(message));
}

const CONFIRMS =
  /^(?:yes|yep|yeah|yup|sure|ok|okay|please do|do it|do that|go ahead|go on|correct|right|exactly|ja|genau|bitte|oui|d'accord|si|vale|claro|certo|sim|please)\b/;

/** Whether the message names the stage that something is to be moved to. */
export function namesStage(message: string, stage: Stage): boolean {
  return STAGE_NAMES[stage].test(folded(message));
}

/** A short yes to what the coach had asked. */
export function confirms(message: string): boolean {
  const said = folded(message);
  return said.split(' ').length <= 8 && CONFIRMS.test(said);
}

/** The part of what was written from the first words to the last, both found literally but for white space; else null. */
export function partOf(text: string, first: string, last: string): string | null {
  const from = place(text, first, 0)?.start;
  if (from === undefined) return null;
  const to = place(text, last, from, true)?.end;
  return to === undefined || to <= from ? null : text.slice(from, to);
}

function place(
  text: string,
  words: string,
  from: number,
  isLast = false,
): { start: number; end: number } | undefined {
  const parts = words.trim().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return undefined;
  const pattern = new RegExp(parts.map((part) => RegExp.escape(part)).join('\\s+'), 'g');
  pattern.lastIndex = from;
  let found = pattern.exec(text);
  for (let next = found; isLast && next; next = pattern.exec(text)) found = next;
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
