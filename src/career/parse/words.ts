/*
 * What the words of an entry's head say about being a job title or an organisation. The lists are of ordinary English
 * words for occupations and kinds of organisation; a score only decides between two readings of one line.
 */

const occupations =
  'accountant actor actuary administrator adviser advisor agent aide analyst anaesthetist animator apprentice architect archivist artist assembler assessor assistant associate attendant attorney auditor author baker barista barista bartender biologist bookkeeper broker builder buyer captain caregiver carer caretaker carpenter cashier caterer chair chairman chairperson chairwoman champion chauffeur chef chemist cleaner clerk clinician coach colleague columnist commander conductor consultant contractor controller cook coordinator co-ordinator co-founder cofounder copywriter correspondent counsel counsellor counselor courier curator dean decorator dentist deputy designer detective developer dietitian director dispatcher doctor driver economist editor educator electrician employee engineer epidemiologist estimator examiner executive expert fabricator facilitator farmer fellow firefighter fitter foreman founder freelancer gardener geologist governor guard handler head headteacher historian host hostess hygienist illustrator inspector installer instructor intern internist interpreter investigator janitor journalist judge keeper labourer laborer lawyer lead leader lecturer liaison librarian lieutenant locksmith machinist maintainer manager marketer marketeer mason mathematician mechanic mentor merchandiser microbiologist midwife minister model moderator musician nanny negotiator neurologist nurse nutritionist officer operative operator optician orderly organiser organizer owner packer painter paralegal paramedic partner pastor pathologist pharmacist photographer physician physicist physiotherapist picker pilot planner plumber porter postdoc president principal printer producer professor programmer proofreader psychologist psychotherapist publicist rabbi radiographer receptionist recruiter registrar reporter representative researcher reviewer rigger roofer salesperson salesman saleswoman scholar scientist secretary sergeant server setter shopper solicitor specialist staff statistician steward stocker storekeeper strategist student superintendent supervisor support surgeon surveyor tailor teacher technician technologist teller tester therapist trader trainee trainer translator treasurer tutor typist underwriter usher valet vet veterinarian videographer visitor volunteer waiter waitress warden warehouseman welder worker writer zoologist ceo cto cfo coo cio cmo cpo vp svp evp md rn lpn cna hca sdr bdr ae csm sre pm dba member ambassador reader chaplain machinist stylist hairdresser beautician bricklayer scaffolder joiner loader forklift freelance marshal';
const seniority =
  'senior sr junior jr lead principal staff chief head assistant associate deputy vice interim acting trainee graduate intern registered managing executive regional global national general founding temporary seasonal visiting adjunct postdoctoral undergraduate';
const organisations =
  'inc incorporated llc llp ltd limited plc corp corporation co company gmbh ag se sa sas srl spa bv nv ab oy as aps kg kk pty pvt pte sarl sl lda group holdings holding bank hospital hospitals clinic clinics university college school schools academy institute institution centre center foundation trust council ministry department agency authority association society union church museum library laboratory laboratories lab labs technologies technology tech solutions systems software services consulting consultancy consultants partners ventures capital industries enterprises international studio studios media logistics pharma pharmaceuticals pharmacy airlines airways motors foods supermarket supermarkets restaurant hotel hotels resort resorts store stores shop nhs charity office offices firm club federation commission embassy government county borough district army navy airforce force police networks network digital analytics energy electric insurance financial finance securities publishing press records brothers sons co-op cooperative medical health healthcare care construction manufacturing engineering transport transportation freight distribution retail fashion interactive robotics dynamics works collective initiative programme warehouse depot factory mill bakery cafe café kitchen gallery theatre theater orchestra startup freelance self-employed nonprofit bistro brewery dental surgery ward primary elementary university-hospital klinikum universität université universidad università universiteit hochschule stiftung verlag polytechnic politecnico';

const occupationWords = new Set(occupations.split(' '));
const seniorityWords = new Set(seniority.split(' '));
const organisationWords = new Set(organisations.split(' '));
const suffix =
  /(?:^|\s|,\s?)(?:inc|llc|llp|ltd|limited|plc|corp|corporation|gmbh|ag|bv|b\.v|nv|n\.v|ab|oy|aps|pty|pvt|pte|s\.a|s\.r\.l|srl|s\.l|kg|co)\.?$/i;

const departments =
  /^(?:(?:global|corporate|digital|north|south|east|west|enterprise|adult|paediatric|pediatric|senior|junior) )*(?:finance|financial planning(?: (?:and|&) analysis)?|engineering|marketing|sales|operations|hr|human resources|people|product|products|technology|it|digital|retail|legal|design|research|communications|data|analytics|strategy|partnerships|growth|security|procurement|logistics|supply chain|quality|manufacturing|construction|customer (?:success|service|experience|support)|business development|public affairs|policy|programs|programmes|icu|a&e|emergency department|emea|apac|americas|europe|uk(?: & ireland)?|mathematics|maths|english|science|physics|history|music|biology|chemistry|media|investments|risk|compliance|tax|audit|treasury|learning|(?:\p{L}+ )?(?:ward|unit|department|team|division))$/iu;

/** Whether a text behind a job title only says what the job is of: «Director, Marketing». */
export const isDepartment = (text: string) => departments.test(text.trim());

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .match(/[\p{L}\d][\p{L}\d'’.&+-]*/gu)
    ?.map((word) => word.replace(/[.'’]+$/, '')) ?? [];
const singular = (word: string) => (word.endsWith('s') ? word.slice(0, -1) : word);
const isOccupation = (word: string) =>
  occupationWords.has(word) ||
  occupationWords.has(singular(word)) ||
  /(?:engineer|manager|worker|master|keeper|maker|smith)$/.test(word);

/** How much a text reads like a job title: 0 not at all, above 1 clearly. */
export function titleScore(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 14) return 0;
  let score = 0;
  const last = words.at(-1)!;
  // «Head of Sales», «Director, Marketing», «Teacher of Maths»: the word that counts stands before the comma or the «of».
  const heads = text
    .toLowerCase()
    .split(/,| of | for | - | – | — |\(|\/| to | and | & /)
    .map((part) => wordsOf(part).at(-1) ?? '');
  if (heads.some(isOccupation)) score += 1.5;
  else if (words.some(isOccupation)) score += 0.7;
  if (seniorityWords.has(words[0]!)) score += 0.7;
  if (/^(?:[ivx]+|[1-4])$/.test(last) && words.length > 1 && isOccupation(words.at(-2)!)) score += 1;
  if (score === 0 && /(?:er|or|ist|ian|eur|euse)$/.test(last) && last.length > 5) score += 0.4;
  return score;
}

/** How much a text reads like the name of an organisation: 0 not at all, above 1 clearly. */
export function companyScore(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0) return 0;
  let score = 0;
  if (suffix.test(text)) score += 2;
  const kinds = words.filter((word) => organisationWords.has(word)).length;
  if (organisationWords.has(words.at(-1)!)) score += 1;
  else if (kinds > 0) score += 0.6;
  if (
    /\b(?:university|hospital|college|school|institute|bank|council|department of|ministry)\b|universit/i.test(
      text,
    )
  )
    score += 0.7;
  if (/['’]s?\b/.test(text) || / & /.test(text)) score += 0.4;
  if (/^the\s/i.test(text)) score += 0.4;
  if (/\p{Ll}\p{Lu}/u.test(text) && words.length <= 2) score += 0.3;
  if (/^(?:various|several|multiple) (?:clients|companies|agencies)/i.test(text)) score += 1.5;
  return score;
}

export const jobTypes =
  /^(?:full[ -]?time|part[ -]?time|contract(?:or|ing)?|permanent|temporary|temp|fixed[ -]term(?: contract)?|freelance|internship|seasonal|self[ -]employed|casual|zero hours|maternity cover|hybrid|on[ -]?site|apprenticeship|locum|bank|agency|\d{1,2} months?(?: contract)?|\d+ ?%|contract via .+|.{0,20}(?:contract|cover))$/i;
