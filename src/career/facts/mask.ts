/*
 * What stands in a message and is not the person speaking of themselves now: quotes, code, pasted texts, examples,
 * transcripts. It is blanked out, letter by letter, so that every offset stays what it was.
 */

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

/** Quoted words, most of a line at most; an apostrophe is no quotation mark. */
const QUOTED =
  /"[^"\n]{1,400}"|“[^“”\n]{1,400}”|«[^«»\n]{1,400}»|(?<![\p{L}\d])['‘][^'‘’\n]{12,300}['’](?![\p{L}\d])/gu;
const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;
const CITED_LINE = /^[ \t]*(?:>|\|).*$/gm;

/** From here on the message holds a text: somebody's letter, an example, something to rewrite. */
const PASTE =
  /\b(?:(?:here(?:'|’)?s?(?: is| are)?|this is|below is|see) (?:my|the|a|an|his|her|their|what i have)\b[^.\n:]{0,60}\b(?:letter|cv|resume|résumé|draft|description|posting|ad|advert|email|e-mail|message|text|summary|bio|profile|headline|pitch|script|essay|statement|answer|paragraph|transcript|introduction|intro)\b[^.\n:]{0,40}:|(?:rewrite|re-write|translate|proof-?read|improve|rephrase|reword|polish|shorten|summari[sz]e|paraphrase|edit|correct|fix|check|review|critique|grade)\b[^.\n:]{0,80}:|(?:should i (?:say|write|answer|put)|can i (?:say|write|put)|how about|what about|something like|for example|e\.g\.|such as|example|template|sentence|the question|the prompt|the posting says|the ad says|it says|i could say|i would say|i'd say|i wrote|i answered|i said|my answer was|my line is|my headline)\b[^.\n:]{0,60}:)/i;
const DEAR = /^[ \t]*(?:dear|hi|hello) (?:hiring|sir|madam|mr|ms|mrs|dr|recruit|team|whom)\b/im;

const LABEL = /^[ \t]*\p{Lu}[\p{L}.]{1,20}(?: \p{Lu}[\p{L}.]{1,20})?:[ \t]+(?=\S)/gmu;

/** The message with everything blank that is somebody else's, or not said of now. */
export function mask(message: string): string {
  const labels = [...message.matchAll(LABEL)];
  // Several speakers: a conversation was pasted, and nobody can tell which of them is the person.
  if (labels.length > 1 && new Set(labels.map(([label]) => label.trim())).size > 1) return blank(message);
  let text = message.replace(CODE, blank).replace(CITED_LINE, blank).replace(QUOTED, blank);
  for (const start of [PASTE.exec(text), DEAR.exec(text)]) {
    if (start) text = text.slice(0, start.index) + blank(text.slice(start.index));
  }
  const [label] = text.match(/^[ \t]*\p{Lu}[\p{L}.]{1,20}:[ \t]+/u) ?? [];
  if (label) text = blank(label) + text.slice(label.length);
  return text.replaceAll('’', "'").replace(/\t/g, ' ');
}
