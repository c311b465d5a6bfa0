/** The forms of employment, under one name each. */
export const jobTypes = [
  'full-time',
  'part-time',
  'contract',
  'temporary',
  'internship',
  'apprenticeship',
  'permanent',
  'per-diem',
  'volunteer',
  'other',
] as const;
export type JobType = (typeof jobTypes)[number];

/** Names that stand alone: in structured data, in a table, on a line of their own. */
const names: [JobType, RegExp][] = [
  [
    'full-time',
    /^(full[\s_-]?time|vollzeit|temps plein|tiempo completo|jornada completa|tempo pieno|cdi temps plein)$/i,
  ],
  ['part-time', /^(part[\s_-]?time|teilzeit|temps partiel|tiempo parcial|media jornada)$/i],
  [
    'contract',
    /^(contract(or)?|freelance(r)?|self[\s-]?employed|independent contractor|b2b|contract to hire|c2c)$/i,
  ],
  ['temporary', /^(temp(orary)?|fixed[\s-]?term( contract)?|befristet|cdd|seasonal|interim)$/i],
  [
    'internship',
    /^(intern(ship)?|trainee(ship)?|praktikum|stage|pr[aá]cticas|working student|werkstudent(in)?|co-?op)$/i,
  ],
  ['apprenticeship', /^(apprentice(ship)?|ausbildung|alternance)$/i],
  ['permanent', /^(permanent|unbefristet|festanstellung|cdi|indefinido)$/i],
  ['per-diem', /^(per[\s_-]?diem)$/i],
  ['volunteer', /^(volunteer(ing)?|ehrenamt)$/i],
  ['other', /^other$/i],
];

/** The form of employment that a name stands for; null for a word that is none. */
export function jobTypeOf(name: string): JobType | null {
  const word = name.trim().replace(/\s+(employment|position|role|job|contract|employee)$/i, '');
  return names.find(([, pattern]) => pattern.test(word) || pattern.test(name.trim()))?.[0] ?? null;
}

const said: [JobType, RegExp][] = [
  [
    'full-time',
    /\bfull[- ]time\b(?!\s+(students?|parents?|education))|\bvollzeit\b|\btemps plein\b|\btiempo completo\b/i,
  ],
  ['part-time', /\bpart[- ]time\b|\bteilzeit\b|\btemps partiel\b/i],
  [
    'contract',
    /\b(contract|freelance)(?: |-)(role|position|job|basis|opportunity|to[- ]hire)\b|\b\d+[- ]months? contract\b|\bthis is a contract\b/i,
  ],
  ['temporary', /\bfixed[- ]term\b|\btemporary (role|position|job|contract)\b|\bbefristet\b/i],
  ['internship', /\b(internship|praktikum|working student|werkstudent(in)?)\b/i],
  ['apprenticeship', /\b(apprenticeship)\b/i],
  ['permanent', /\bpermanent (role|position|job|contract|employment)\b|\bunbefristet|\bcdi\b/i],
];

/** The forms of employment that running text speaks of. */
export function jobTypesIn(text: string): JobType[] {
  return said.filter(([, pattern]) => pattern.test(text)).map(([type]) => type);
}
