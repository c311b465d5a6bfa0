import { readPosting } from '../../../career/posting/index.ts';
import { skillById } from '../../../career/skills/index.ts';
import { fill, type PostingDraft } from './draft.ts';
import { countInvisible, oneLine } from './plain.ts';
import { suspiciousPassages } from './suspicious.ts';

/** In characters; as much as one message of memory. */
const maxDescription = 100_000;
/** Of each list; a posting that asks for more says nothing by it. */
const maxItems = 100;

/** Completes what was read: what the posting asks for, and warnings of what is missing or odd in it. */
export function finish(draft: PostingDraft, original: string): PostingDraft {
  if ((draft.description?.length ?? 0) > maxDescription) {
    draft.description = draft.description!.slice(0, maxDescription).replace(/[\ud800-\udbff]$/, '');
    warn(
      draft,
      'description_shortened',
      'The description was longer than 100,000 characters and was cut off.',
    );
  }
  if (draft.description) readDemands(draft, draft.description);
  draft.warnings.push(...suspiciousPassages([draft.title, draft.company_name, draft.description].join('\n')));
  const hidden = countInvisible(original);
  if (hidden > 20)
    warn(draft, 'invisible_characters', `${hidden} invisible characters were taken out of the text.`);
  if (!draft.title)
    warn(draft, 'title_missing', 'The posting does not say what the job is called; set `title`.');
  if (!draft.company_name)
    warn(draft, 'company_missing', 'The posting does not say who the employer is; set `company_name`.');
  if (!draft.description)
    warn(draft, 'description_missing', 'There is no description; without one nothing can be matched.');
  draft.warnings = unique(draft.warnings);
  return draft;
}

function readDemands(draft: PostingDraft, text: string): void {
  const posting = readPosting({ title: draft.title ?? undefined, text });
  fill(draft, 'text', {
    seniority: posting.seniority,
    requirements: lines(posting.requirements),
    responsibilities: lines(posting.responsibilities),
    benefits: lines(posting.benefits),
    skills_required: posting.skills
      .filter(({ kind }) => kind !== 'mentioned')
      .slice(0, maxItems)
      .map(({ skill }) => skillById(skill)?.name ?? skill),
  });
}

function lines(found: { text: string }[]): string[] {
  return [...new Set(found.map(({ text }) => oneLine(text, 500)).filter(Boolean))].slice(0, maxItems);
}

function warn(draft: PostingDraft, code: string, message: string): void {
  draft.warnings.push({ code, message });
}

function unique<W extends { code: string; message: string }>(warnings: W[]): W[] {
  return warnings.filter(
    (one, i) => warnings.findIndex(({ code, message }) => code === one.code && message === one.message) === i,
  );
}
