/**
 * Text that speaks to a program which judges CVs and not to a person. Each needs words that a CV does not put together:
 * «ignored», «system prompt» or «instructions» alone are no sign of anything.
 */
const theCandidate = String.raw`(?:(?:this|the)\s+(?:candidate|applicant|r[eé]sum[eé]|cv|profile|application|person)|me)`;
const praise =
  'top|best|perfect|ideal|excellent|maximum|highest|full marks|strong(?:ly)?|exceptional|outstanding|immediately|first|10\\b|5\\b|100\\b|five\\b|ten\\b|hire\\b|recommended';

const patterns: readonly RegExp[] = [
  // Ignore / disregard / forget ... your / previous / all ... instructions / prompts / rules.
  /\b(?:ignore|disregard|forget|override|do not follow|don['’]t follow|stop following)\b(?:\s+\w+){0,3}?\s+(?:your|previous|prior|above|earlier|preceding|system|all|any|these)\b(?:\s+\w+){0,4}?\s+(?:instructions?|prompts?|directions|guidelines|rules|rubrics?|criteria|context)\b/giu,
  /\b(?:ignore|disregard|forget)\s+(?:everything|anything|all(?: of)?)\s+(?:above|before|previous|prior|else|you\b)/giu,
  // An order about the score or the verdict.
  new RegExp(
    String.raw`\b(?:score|rate|rank|grade|mark|classify|label|recommend|approve|shortlist|select|hire|evaluate|assess)\s+${theCandidate}\s*(?:as|at|with|for)?\s*(?:an?\s+|the\s+)?(?:${praise})`,
    'giu',
  ),
  /\b(?:give|assign|award|return|output|respond|reply|answer|print|say|write)\b(?:\s+\w+){0,6}?\s+(?:(?:the\s+)?(?:highest|maximum|perfect|top)\s+(?:possible\s+)?(?:scores?|ratings?|marks?|rank(?:ing)?)|(?:a\s+)?(?:score|rating)\s+of\s+(?:5|10|100)\b)/giu,
  /(?:^|[.,;:!]\s*|\band\s+)score\s*(?::|=|of|an?|it)?\s*(?:5|10|100)\b(?:\s*(?:\/|out of)\s*(?:5|10|100))?(?=[\s.!"'»)\]]*$)/gimu,
  // Talk to the model.
  /\b(?:you are|attention|note to|dear|hey|if you are|pretend to be)\s*,?\s+(?:an?\s+|the\s+|any\s+|all\s+)?(?:llms?|gpt|chatgpt|(?:large )?language models?|ai(?:\s+(?:assistants?|models?|recruiters?|screeners?|systems?|reviewers?|agents?))?(?=\s*[,:.!]|\s+(?:assistant|model|recruiter|screener|system|reviewer|agent|reading|evaluating|processing|that|who))|ats bot|automated (?:screener|reviewer|system))/giu,
  /\b(?:new|updated|real|actual|additional|hidden|secret)\s+(?:system\s+)?(?:instructions?|prompt)\s*:/giu,
  /(?:^|\n)[ \t]{0,9}(?:system|assistant)[ \t]?:\s{0,9}(?:you|ignore|please|disregard|respond|give|rate|score|the candidate|this candidate)\b/giu,
  /<\/?\s*(?:system|instructions?|prompt|cv|resume|posting|assistant)\s*>|\[\/?INST\]|<\|(?:im_start|im_end|system|user|assistant|endoftext)\|?>|#{2,}\s*(?:system prompt|new instructions?)\b/giu,
  /\b(?:this|the)\s+(?:candidate|applicant)\s+(?:is|should be|must be)\s+(?:the\s+|an?\s+)?(?:best|perfect|ideal|most qualified|exceptionally (?:well[- ])?qualified|top|hired|shortlisted|selected|recommended|ranked|scored|rated)\b/giu,
];

/** Every place in a text that reads like an instruction to a program, in order, without overlaps. */
export function injections(text: string): { start: number; end: number }[] {
  const spans = patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: { start: number; end: number }[] = [];
  for (const span of spans) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
