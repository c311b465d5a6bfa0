/** Phrases in which a skill's name means something else, by the skill's id: what stands before it, what after it. */
const phrases: Record<string, { before?: RegExp; after?: RegExp }> = {
  go: {
    before: /\b(?:ready to|good to|coffee to|on the|let['’]s|we|you|always|pokemon|pokémon)\s+$/i,
    after: /^(?:-|\s+(?:to\b|above|beyond|live|ahead|out|through|the extra|green|team|getter|further|home))/i,
  },
  c: {
    before:
      /(?:vitamins?|hepatitis|hep|plan|section|schedule|class|category|cat|grade|appendix|option|type|series|title|part|exhibit|level|room|block|team|[°º&])\s*$|[.'’@$-]$/i,
    after:
      /^(?:[-‐](?:level|suite|section|arm|clamp|\w)|\s*(?:level|suite|section|corp|class|corporation)\b|\s*&|\.[A-Za-z]|['’@°]|\+[A-Z])/i,
  },
  r: {
    before: /(?:&|\b(?:part|schedule|rated|section|class|type))\s*$|[.'’@-]$/i,
    after: /^(?:\s*&|[-‐](?!based|lang)|\.[A-Za-z]|['’@]|\s+and\s+D\b|\/[A-Z](?![A-Za-z]))/,
  },
  swift: {
    before: /\b(?:taylor|jonathan)\s+$/i,
    after: /^\s+(?:response|code|payments?|action|messag|resolution|transport)/i,
  },
  spring: {
    before: /\b(?:this|next|last|late|early|the|palm|colorado|hot|box|coil)\s+$/i,
    after:
      /^\s*(?:(?:19|20)\d\d|semester|term|season|break|cleaning|street|hill|valley|intern|applications are|of\b|water)/i,
  },
  excel: { after: /^\s+(?:at|in (?:a|an|your|the|this|our|school|all)\b|as\b|beyond|within|academ)/i },
  word: { before: /\b(?:the|a|of|in a|our)\s+$/i, after: /^\s+(?:of|for word|count)/i },
  'microsoft-access': {
    before: /\b(?:remote|web|open|equal|the|full|system)\s+$/i,
    after: /^\s+(?:to|control|for|manage|point|and inclusion|services)/i,
  },
  teams: { after: /^\s+(?:across|of|who|that|in\b|to\b|are|lead)/i },
  outlook: { before: /\b(?:positive|economic|market|the|our|an?)\s+$/i, after: /^\s+(?:on|for|is)\b/i },
  express: {
    before: /\b(?:american|federal|polar|aliexpress|pony|orient|dhl|tnt)\s+$/i,
    after:
      /^\s+(?:delivery|deliveries|yourself|your|lane|shipping|freight|interest|scripts|train|entry|permission|consent)/i,
  },
  rust: {
    after: /^\s+(?:removal|prevention|on\b|and corrosion|belt|proof|treatment|inhibit|protection|spots?)/i,
    before: /\b(?:for|remove|removing)\s+$/,
  },
  ruby: { before: /\b(?:tuesday|miss|ms\.)\s+$/i, after: /^\s+(?:tuesday|red|ring|jewel)/i },
  make: {
    after: /^\s+(?:sure|a\b|an\b|the\b|your|it\b|us\b|use|decisions|up\b|our\b|recommendations|in\b|model)/i,
  },
  meteor: { after: /^\s+shower/i },
  rocket: { before: /\bquicken\s+$/i, after: /^\s+(?:mortgage|science|scientist|propulsion|engine|league)/i },
  ray: { before: /\b(?:x|blu|gamma|[A-Z][a-z]+)[\s-]*$/ },
  cad: { before: /[$€£\d]\s*$/, after: /^\s*[$\d]/ },
  'disaster-recovery': { after: /^\.?\s+[A-Z][a-z]/ },
  'public-relations': { after: /^\s*#/ },
  sap: { before: /\b(?:tree|maple|asap)\s+$/i },
  english: {
    after: /^\s+(?:teacher|literature|department|heritage|breakfast|channel|degree|speaking countries)/i,
  },
  french: { after: /^\s+(?:cuisine|bistro|restaurant|fries|press|pastry|door)/i },
  italian: { after: /^\s+(?:cuisine|restaurant|food|kitchen|deli)/i },
  spanish: { after: /^\s+(?:cuisine|restaurant|food|market)/i },
  japanese: { after: /^\s+(?:cuisine|restaurant|food|market|garden)/i },
  thai: { after: /^\s+(?:cuisine|restaurant|food|massage)/i },
  mandarin: { before: /\b(?:oriental)\s+$/i, after: /^\s+oriental/i },
  latin: { after: /^\s+(?:america|american|dance|food|music|honou?rs)/i },
  polish: { before: /\b(?:nail|and|to|final|floor|shoe)\s+$/, after: /^\s+(?:the|up|off|your|our)\b/i },
  greek: { after: /^\s+(?:life|cuisine|restaurant|food|yogurt)/i },
  danish: { after: /^\s+pastr/i },
  irish: { after: /^\s+pub/i },
  swedish: { after: /^\s+massage/i },
  networking: { before: /\b(?:social|professional|business)\s+$/i },
  construction: { before: /\b(?:garment|sentence|database|model|pipeline)\s+$/i },
  reliability: { before: /\b(?:site|system|service|data)\s+$/i },
  leadership: { before: /\b(?:thought|to|our|with|executive|senior|company)\s+$/i, after: /^\s+team\b/i },
  sales: { before: /\b(?:for|closing|garage)\s+$/i },
  insurance: {
    before: /\b(?:health|dental|life|vision|medical|disability|travel|company|liability|private|and)\s+$/i,
  },
  'dental-care': { before: /\b(?:health|medical|vision)[, ]+(?:and\s+)?$/i },
  marketing: { before: /\bprivate\s+$/i },
  housekeeping: { before: /\bgood\s+$/i },
  trading: { after: /^\s+(?:as|name|standards)\b/i, before: /\b(?:t\/a|fair)\s+$/i },
  collections: { before: /\b(?:data|garbage|waste|art|library|museum|fashion)\s+$/i },
  surgery: { after: /^\s+(?:hours|practice)/i },
};

/** Whether a skill's name, standing here, is part of a phrase that means something else. */
export function denied(id: string, text: string, start: number, end: number): boolean {
  const phrase = phrases[id];
  if (!phrase) return false;
  return Boolean(
    phrase.before?.test(text.slice(Math.max(0, start - 24), start)) ||
      phrase.after?.test(text.slice(end, end + 24)),
  );
}
