/** What a section of a CV is about; `other` holds lines that name their kind themselves («Languages: French»). */
export type SectionKind =
  | 'contact'
  | 'summary'
  | 'work'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certificates'
  | 'projects'
  | 'volunteer'
  | 'awards'
  | 'publications'
  | 'interests'
  | 'references'
  | 'other'
  | 'unknown';

const names: Record<Exclude<SectionKind, 'unknown'>, string> = {
  contact:
    'contact|contacts|contact me|contact details|contact info|contact information|personal details|personal information|personal info|personal data|details|get in touch|links|online|profiles|web|social',
  summary:
    'summary|profile|about|about me|objective|objectives|overview|introduction|intro|bio|biography|who i am|statement|personal statement|highlights|career highlights|summary of qualifications|qualifications summary|highlights of qualifications|career goal|career goals|goal|at a glance|snapshot|value proposition|mission|pitch|in brief',
  work: 'experience|experiences|employment|work|work history|career|career history|history|professional background|background|appointments|academic appointments|positions|positions held|posts|posts held|roles|jobs|internships|internship|placements|clinical placements|teaching placements|engagements|selected engagements|client engagements|assignments|contracts|contract work|freelance|freelance work|gigs|selected clients|clients|employers|military service|military|career progression|professional history|professional career|earlier career|early career|earlier roles|previous roles|other roles|other positions|job history|career summary and experience|where i have worked|where ive worked|board positions|directorships|non executive roles|board roles|practice',
  education:
    'education|academic background|educational background|academics|academic qualifications|educational qualifications|scholastic record|academic qualification|educational qualification|education qualification|education details|educational details|academic details|academic history|academic record|studies|study|schooling|degrees|degree|postgraduate training|medical training|residency|residency and fellowship|medical education|education and training|education and qualifications|training and education|university|formation|academic profile|qualifications and education',
  skills:
    'skills|technical|competencies|competences|core competencies|expertise|areas of expertise|areas of strength|technologies|tools|tools and technologies|tech stack|technical stack|stack|toolbox|toolkit|skill set|skillset|strengths|key strengths|proficiencies|technical proficiencies|technical summary|technical knowledge|technical expertise|capabilities|core capabilities|knowledge|abilities|software|it|computer literacy|what i do|specialties|specialities|specialisms|specializations|key words|keywords|machinery|equipment|methods|techniques',
  languages:
    'languages|language|language skills|languages skills|spoken languages|foreign languages|language proficiency|linguistic skills',
  certificates:
    'certifications|certification|certificates|certificate|licenses|licences|license|licence|licensure|credentials|professional credentials|accreditations|accreditation|registrations|registration|professional registration|professional registrations|professional qualifications|professional certifications|courses|courses and certificates|training|trainings|training and courses|professional development|continuing education|continuing professional development|cpd|tickets|tickets and licences|courses and training|professional training|further training|qualifications|vendor certifications|memberships and certifications|licenses and certifications',
  projects:
    'projects|project|portfolio|open source|open source contributions|open source projects|side projects|case studies|selected work|selected works|notable work|things i built|what i built|project highlights|key engagements|contributions|exhibitions|productions|hackathons',
  volunteer:
    'volunteering|volunteer|volunteer work|volunteer experience|voluntary work|voluntary experience|volunteer activities|volunteer service|community|community involvement|community service|community work|community engagement|community leadership|charity|charity work|extracurricular|extracurriculars|extracurricular activities|extra curricular activities|leadership|leadership and activities|leadership and involvement|activities|campus involvement|involvement|civic engagement|service|outreach|student activities|social engagement|giving back',
  awards:
    'awards|award|honors awards|honours awards|honors|honours|honor|recognition|recognitions|prizes|scholarships|scholarship|achievements|accomplishments|distinctions|fellowships|grants|grants and fellowships|academic achievements|key achievements|funding',
  publications:
    'publications|publication|papers|articles|books|writing|research papers|peer reviewed publications|journal articles|peer reviewed articles|conference papers|book chapters|published work|published works|bibliography|works in progress|working papers|preprints',
  interests:
    'interests|research interests|areas of interest|hobbies|hobby|personal interests|hobbies and interests|interests and hobbies|outside work|outside of work|pastimes|leisure|beyond work|free time|passions|fun facts|when im not working',
  references: 'references|reference|referees|testimonials|recommendations|professional references',
  other:
    'additional|additional information|other information|additional details|further information|miscellaneous|misc|other|further details|skills and other|additional info|extra|extras',
};

const exact = new Map(
  Object.entries(names).flatMap(([kind, list]) =>
    list.split('|').map((name) => [name, kind as SectionKind] as const),
  ),
);

/** Sections that CVs of some fields have and JSON Resume has no place for. */
const placeless =
  /^(?:(?:professional |academic |industry )?(?:memberships?|affiliations?|associations?|societies)(?: and (?:memberships?|affiliations?))?|patents?|(?:invited |conference |selected )?(?:talks?|presentations?|speaking|conferences?|lectures?)(?: and .+)?|declaration|availability|visa status|work authori[sz]ation|right to work|driving licen[cs]e|drivers? licen[cs]e|security clearance|clearance|salary expectations?|notice period|press|media|teaching(?: interests| philosophy)?|research|supervision|editorial (?:work|boards?)|reviewing|service to the profession|nationality|marital status)$/;

const qualifiers =
  '(?:my|top|key|core|main|selected|relevant|recent|professional|personal|additional|other|further|related|notable|major|technical|hard|soft|special|current|previous|prior|past|earlier|early|brief|general|academic|research|teaching|clinical|nursing|industry|industrial|work|working|career|business|management|leadership|executive|sales|marketing|consulting|freelance|contract|military|engineering|software|internship|practical|international|computer|digital|it|language|transferable|functional|qualifications|warehouse|retail|hospitality|driving|teaching|design|creative|legal|medical|laboratory|lab|administrative|customer service|interpersonal|employability|student|university|school|college|side|open source|coding|programming|production|volunteer|voluntary|community|non executive|board|freelancing|academia|permanent|interim|job related|post qualification|contractual|voluntary|full time|part time|remunerated|paid)';
const families: [RegExp, SectionKind][] = [
  [
    /^(?:volunteer(?:ing)?|voluntary|community|extracurricular)(?: \w+)? (?:experience|work|service|roles?|activities|involvement)$/,
    'volunteer',
  ],
  [
    /^(?:work|employment|career|job|professional) (?:history|record|background|summary|profile|overview)$/,
    'work',
  ],
  [
    new RegExp(
      `^(?:${qualifiers} )*(?:and )?(?:${qualifiers} )*(?:experiences?|employment(?: history)?|work history|career history|careers?|appointments|positions|roles|internships|placements)$`,
    ),
    'work',
  ],
  [new RegExp(`^(?:${qualifiers} )+(?:summary|profile|objective|statement|overview|bio)$`), 'summary'],
  [
    new RegExp(
      `^(?:${qualifiers} )+(?:skills?(?: set)?|competenc(?:ies|es)|expertise|strengths|proficienc(?:ies|y)|knowledge|tools|technologies|abilities|capabilities)$`,
    ),
    'skills',
  ],
  [new RegExp(`^(?:${qualifiers} )+(?:education|studies)$`), 'education'],
  [new RegExp(`^(?:${qualifiers} )+(?:projects?|portfolio)$`), 'projects'],
  [
    new RegExp(
      `^(?:${qualifiers} )+(?:certifications?|certificates|licen[cs]es|courses|credentials|training|development)$`,
    ),
    'certificates',
  ],
  [
    new RegExp(
      `^(?:${qualifiers} )+(?:awards?|honou?rs|achievements|accomplishments|recognition|scholarships)$`,
    ),
    'awards',
  ],
  [new RegExp(`^(?:${qualifiers} )+(?:publications?|papers|articles|writing)$`), 'publications'],
  [new RegExp(`^(?:${qualifiers} )+(?:interests|hobbies)$`), 'interests'],
  [new RegExp(`^(?:${qualifiers} )+languages?$`), 'languages'],
  [new RegExp(`^(?:${qualifiers} )+information$`), 'other'],
  [/^references? (?:are |is )?(?:available )?(?:up)?on request$/, 'references'],
];

/** Lower case, letters and single spaces only: «S K I L L S & TOOLS:» is «skills and tools». */
export function normalised(text: string): string {
  const spaced = /^(?:\p{L} ){2,}\p{L}$/u.test(text.trim())
    ? text.replace(/(?<=\p{L}) (?=\p{L}(?: |$))/gu, '')
    : text;
  return spaced
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[&+]/g, ' and ')
    .replace(/[/|,]/g, ' and ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .replace(/(?: and)+(?= and )/g, '')
    .trim()
    .replace(/^[ivx\d]{1,3} (?=\p{L}{3})/u, '');
}

function kindOf(name: string): SectionKind | null {
  const known = exact.get(name);
  if (known) return known;
  if (placeless.test(name)) return 'unknown';
  return families.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/**
 * The kinds of section that a heading names: two for «Education & Certifications», none for a line that is no heading we
 * know.
 */
export function sectionKinds(text: string): SectionKind[] {
  if (text.length > 60) return [];
  const name = normalised(text);
  if (name === '' || name.split(' ').length > 7) return [];
  const whole = kindOf(name);
  // What people call their qualifications are certificates and degrees.
  if (whole === 'certificates' && name.endsWith('qualifications')) return ['certificates', 'education'];
  if (whole) return [whole];
  const parts = name.split(' and ');
  if (parts.length < 2) return [];
  // «Technical and Soft Skills»: the last word goes for all of them.
  const tail = parts.at(-1)!.split(' ').at(-1)!;
  const kinds = parts.map(
    (part) => kindOf(part) ?? (part.split(' ').length < 3 ? kindOf(`${part} ${tail}`) : null),
  );
  if (kinds.every((kind) => kind !== null)) return [...new Set(kinds as SectionKind[])];
  const known = kinds.filter((kind) => kind !== null && kind !== 'unknown') as SectionKind[];
  return known.length > 0 && parts.length <= 3 && parts.every((part) => part.split(' ').length <= 2)
    ? [...new Set(known)]
    : [];
}
