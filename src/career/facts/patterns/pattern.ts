import type { FactChange, FactKind } from '../types.ts';

/** What a pattern makes of its match: a part of a statement, or null where the words are none after all. */
export interface Made {
  kind?: FactKind;
  key?: string;
  value: string;
  change?: FactChange;
  from?: Date | null;
  to?: Date | null;
}

export interface Pattern {
  kind: FactKind;
  /** With the flags `giu`; the match is the evidence. */
  words: RegExp;
  change?: FactChange;
  confidence?: number;
  /** A wish is what it reads. */
  wish?: boolean;
  /** True whoever is quoted in the sentence. */
  factive?: boolean;
  /** `before` is what stands before the sentence in the message. */
  make(match: RegExpExecArray, sentence: string, saidAt: Date, before: string): Made | Made[] | null;
}

/** «I», as the one who acts, and not the end of another word. */
export const I = "(?<![\\p{L}\\d'])I";
export const AM = `${I}(?:'m| am|m)`;
const NOW = '(?:(?:currently|now|still|actually|already|just|also|both|presently) )';
export const SOMETIMES = `${NOW}{0,2}`;

export const words = (source: string) => new RegExp(source, 'giu');

/** Lower case with hyphens: what two ways of writing one thing share. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d+#]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}

/** One thing said in few words, without what goes on behind it. */
export function phrase(text: string, most = 10): string | null {
  const [head = ''] = text.split(
    /[.;:!?()\n]|,\s|\s(?:because|since|but|so|which|who|as i|and i|and my|if|when|while|although|though|however|or not|lol)\b|\s[-–—]\s/iu,
  );
  const trimmed = head
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\s,]+$/, '')
    .replace(
      /\s(?:now|soon|again|eventually|someday|one day|too|as well|please|at the moment|right now|these days)$/i,
      '',
    );
  const count = trimmed.split(' ').length;
  return trimmed.length < 2 || count > most ? null : trimmed;
}

/** A name begins with a capital; a month, a weekday or «I» does too, and is none. */
const NO_NAME =
  /^(?:I|I'm|I've|The|My|A|An|It|He|She|They|We|You|This|That|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|English|Remote|Home|Night|God|Mr|Mrs|Ms|Dr|OK|Sure|Yes|No|HR|IT|CEO|CTO|CFO|VP|Zoom|Slack|Teams|Python|Java|Excel|Linux|Windows)$/;
export const isName = (text: string) =>
  /^\p{Lu}/u.test(text) && !NO_NAME.test(text.split(/[ ']/)[0]!) && text.length <= 60;
