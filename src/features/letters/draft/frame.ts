import type { Piece } from '../assemble.ts';
import type { Source } from '../letter.ts';
import type { LetterJob } from '../materials.ts';
import type { Phrases } from './phrases.ts';

/** The line that says what the letter is about. */
export function subjectOf(job: LetterJob): Piece {
  const what = [job.title, job.company_name].filter(Boolean).join(', ');
  if (job.title === null) {
    const text = `Application for the advertised position${job.company_name ? `, ${job.company_name}` : ''}`;
    return { text, sources: jobSources(job) };
  }
  return { text: `Application: ${what}`, sources: jobSources(job) };
}

export function greetingOf(job: LetterJob, words: Phrases): string {
  return words.greeting({ addressee: addresseeIn(job.text), company: job.company_name });
}

export function openingOf(job: LetterJob, words: Phrases): Piece[] {
  const where = job.company_name ? ` at ${job.company_name}` : '';
  const vacancy = where ? `the vacancy${where}` : 'your vacancy';
  const what = job.title ? `the position of ${job.title}${where}` : vacancy;
  return [{ text: words.opening({ job: what, found: foundAt(job) }), sources: jobSources(job) }];
}

/** Where the person found the posting, as far as that is known. */
function foundAt({ found_on, url }: LetterJob): string {
  const told = found_on?.replace(/\s+/g, ' ').trim();
  if (told && told.length <= 60 && !/^https?:/i.test(told)) return `, which I found via ${told}`;
  const host = URL.parse(url ?? '')?.hostname.replace(/^www\./, '');
  return host ? `, as advertised on ${host}` : '';
}

function jobSources({ title, company_name, text }: LetterJob): Source[] {
  return [title, company_name].flatMap((quote): Source[] => {
    if (!quote) return [];
    const at = text.indexOf(quote);
    return [{ kind: 'job', quote, ...(at >= 0 && { span: { start: at, end: at + quote.length } }) }];
  });
}

const PARTICLE = '(?:van|von|de|der|den|del|della|la|le|di|da|dos|bin|al|el)';
const NAME = String.raw`(?:${PARTICLE} )*(?!Phone|Tel|E-?mail|Mobile|At|On|By)\p{Lu}[\p{L}'’-]+`;
const TITLED = String.raw`((?:Ms|Mrs|Mr|Mx|Dr|Prof)\.? ${NAME}(?: ${NAME}){0,2})`;
const NAMED = [
  new RegExp(
    String.raw`\b(?:contact|contact person|addressed to|address your application to|ask for|to the attention of|attn\.?)\b:? ?${TITLED}`,
    'u',
  ),
  new RegExp(String.raw`\b(?:Contact|CONTACT|Attn\.?|Attention)(?: person)?: ?${TITLED}`, 'u'),
];

/** Whom the posting names to write to, with the title it gives them: how to address a bare name cannot be known. */
export function addresseeIn(text: string): string | null {
  for (const pattern of NAMED) {
    const [title, ...names] = pattern.exec(text)?.[1]?.split(' ') ?? [];
    if (title === undefined) continue;
    // «Dear Dr van Dyk»: the title, and the last name with its particles.
    let from = names.length - 1;
    while (from > 0 && /^\p{Ll}/u.test(names[from - 1]!)) from--;
    return [title, ...names.slice(from)].join(' ');
  }
  return null;
}
