/*
 * The things that people promise in a job search. A verb that is not here is not read as a promise: «I'll be fine», «I'll
 * see», «I'll take it» are none, and a list of what is meant misses less than a list of what is not would wrongly take.
 */

interface Verb {
  /** Base form first, then those of the past. */
  forms: readonly [base: string, ...past: string[]];
  group: string;
  /** May mean much: a promise only where a day is named. */
  vague: boolean;
}

/** `base past participle: group`; regular pasts are made. A `~` marks a vague one. */
const TABLE = `
update: improve | improve: improve | rewrite rewrote rewritten: improve | revise: improve | polish: improve
fix: improve | edit: improve | tailor: improve | clean up: improve | ~change: improve | redo redid redone: improve
rework: improve | shorten: improve | proofread proofread: improve
write wrote written: write | draft: write | put together put together: write | ~create: write
send sent: send | email: send | mail: send | e-mail: send | forward: send | hand in: send | submit: send
upload: post | post: post | publish: post | ~share: post
call: call | phone: call | ring rang rung: call | give notice gave notice given notice: resign | resign: resign
text: message | message: message | dm: message | ping: message | contact: message | reach out: message | write to wrote to written to: message
reply: reply | respond: reply | answer: reply | get back to got back to gotten back to: reply
follow up: follow up | chase: follow up | thank: thank
apply: apply | ~ask: ask | talk to: talk | speak to spoke to spoken to: talk | speak with spoke with spoken with: talk
talk with: talk | sit down with sat down with: talk
finish: finish | complete: finish | wrap up: finish | prepare: prepare | practise: prepare | practice: prepare | rehearse: prepare | prep: prepare
~study: study | ~learn learnt: study | ~read read: study | go through went through gone through: study
research: research | look up: research | look into: research | ~check: research | review: research | compare: research
book: book | schedule: book | arrange: book | set up set up: book | sign up: register | register: register | enrol enrolled: register | enroll: register
add: add | remove: remove | delete: remove | record: record | list: list | collect: collect | gather: collect
~accept: accept | decline: decline | turn down: decline | negotiate: negotiate | withdraw withdrew withdrawn: withdraw
confirm: confirm | cancel canceled cancelled: cancel | sign: sign | order: order | print: print | ~work on: work on | ~do did done: do | ~decide: decide | ~pick: decide | ~choose chose chosen: decide
connect with: message | ~start applying: apply | ~start writing: write | ~start preparing: prepare | ~start practising: prepare | ~start practicing: prepare
~make made: do | ~tell told: talk | renew: renew | translate: translate | scan: scan
`;

const verbs: Verb[] = TABLE.split(/\||\n/)
  .map((entry) => entry.trim())
  .filter(Boolean)
  .map((entry) => {
    const [words, group] = entry.split(':').map((part) => part.trim()) as [string, string];
    const vague = words.startsWith('~');
    return { forms: formsOf(vague ? words.slice(1) : words), group, vague };
  });

/** The base is as long as the group of words that repeats: «speak to spoke to spoken to» has three forms of two words. */
function formsOf(words: string): Verb['forms'] {
  const all = words.split(' ');
  const particles = new Set([
    'up',
    'to',
    'with',
    'into',
    'in',
    'on',
    'out',
    'down',
    'through',
    'notice',
    'back',
    'together',
  ]);
  const forms: string[] = [];
  for (const word of all) {
    if (particles.has(word) && forms.length > 0) forms[forms.length - 1] += ` ${word}`;
    else if (/^(?:applying|writing|preparing|practi[sc]ing)$/.test(word))
      forms[forms.length - 1] += ` ${word}`;
    else forms.push(word);
  }
  return [forms[0]!, ...forms.slice(1), ...(forms.length === 1 ? [regularPast(forms[0]!)] : [])];
}

function regularPast(base: string): string {
  const [head, ...rest] = base.split(' ') as [string, ...string[]];
  const past = head.endsWith('e')
    ? `${head}d`
    : /[^aeiou]y$/.test(head)
      ? `${head.slice(0, -1)}ied`
      : /^(?:chat|prep|scan|submit|wrap)$/.test(head)
        ? `${head}${head.at(-1)}ed`
        : `${head}ed`;
  return [past, ...rest].join(' ');
}

const byForm = (pick: (forms: Verb['forms']) => readonly string[]) =>
  new Map(verbs.flatMap((verb) => pick(verb.forms).map((form) => [form, verb] as const)));
const bases = byForm(([base]) => [base]);
const pasts = byForm(([, ...past]) => past);

/** «get back to» before «get», so that the longest is tried first. */
const anyOf = (forms: Iterable<string>) =>
  [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replaceAll(' ', '\\s+'))
    .join('|');

export const BASE = anyOf(bases.keys());
export const PAST = anyOf(pasts.keys());

const spaced = (form: string) => form.toLowerCase().replace(/\s+/g, ' ');
export const verbOf = (base: string): Verb | undefined => bases.get(spaced(base));
export const pastVerbOf = (past: string): Verb | undefined => pasts.get(spaced(past));

/** What counts as having done it: whoever finished the CV also updated it, and an e-mail that was sent was a reply. */
const ALSO: Record<string, readonly string[]> = {
  improve: ['finish', 'write', 'do'],
  write: ['finish', 'improve', 'send'],
  send: ['write', 'reply', 'message'],
  reply: ['send', 'message', 'call'],
  message: ['send', 'reply', 'talk'],
  call: ['talk'],
  talk: ['call', 'ask'],
  ask: ['talk', 'message'],
  'follow up': ['send', 'message', 'call'],
  prepare: ['finish', 'do'],
  finish: ['do', 'send'],
  apply: ['send'],
  post: ['finish'],
  'work on': ['finish', 'improve', 'do'],
  do: ['finish'],
  add: ['improve'],
};

/** Whether a deed of one group keeps a promise of another. */
export function keeps(deed: string, promised: string): boolean {
  return deed === promised || (ALSO[promised]?.includes(deed) ?? false);
}
