const not =
  /\b(not (?:a )?remote|no remote|non-remote|remote (?:work )?is not|not (?:be )?(?:done |performed )?remotely|on-?site only|in[- ]office only|must work on-?site|100 ?% on-?site|fully on-?site)\b/i;
const partly =
  /\b(hybrid (?:role|position|work|working|model|schedule)|\d(?:-\d)? days (?:a|per|each) week in (?:the|our) office|hybrid)\b/i;
const wholly =
  /\b(fully[- ]remote|100 ?% remote|remote[- ]first|remote[- ]only|work from anywhere|(?:is|as) a remote|remote (?:role|position|job|opportunity|working)|(?:this|the) (?:role|position|job) is (?:fully |100% )?remote|full remote|(?:can|may) be (?:done |performed )?(?:fully )?remote(?:ly)?)\b/i;

/** Whether a text offers the job as remote, in so many words; null where it does not say. A hybrid job is not remote. */
export function remoteIn(text: string): boolean | null {
  if (not.test(text)) return false;
  if (wholly.test(text)) return true;
  return partly.test(text) ? false : null;
}
