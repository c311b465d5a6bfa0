/** The last word of a role. A list, so that «I am a fan» is none. */
const HEADS =
  'engineer|developer|programmer|designer|manager|analyst|scientist|nurse|teacher|accountant|architect|consultant|administrator|assistant|director|lawyer|attorney|paralegal|editor|writer|copywriter|journalist|researcher|recruiter|technician|electrician|plumber|carpenter|chef|cook|barista|waiter|waitress|cashier|driver|pharmacist|physician|doctor|surgeon|dentist|therapist|psychologist|counselor|counsellor|social worker|pilot|mechanic|machinist|welder|officer|specialist|coordinator|supervisor|strategist|planner|buyer|broker|agent|trader|auditor|bookkeeper|controller|economist|statistician|actuary|biologist|chemist|physicist|professor|lecturer|tutor|librarian|translator|interpreter|photographer|videographer|animator|illustrator|artist|musician|producer|marketer|salesperson|representative|rep|receptionist|secretary|clerk|tester|devops|sysadmin|dba|intern|apprentice|trainee|postdoc|veterinarian|midwife|paramedic|caregiver|firefighter|inspector|surveyor|estimator|foreman|operator|stylist|hairdresser|tailor|farmer|gardener|baker|product owner|scrum master|team lead|tech lead|lead|head of [\\p{L} ]{3,25}|vp of [\\p{L} ]{3,25}|cto|ceo|cfo|coo|founder|co-founder|freelancer|contractor|student teacher|principal|dean|superintendent|curator|archivist|logistician|dispatcher|underwriter|teller|banker|advisor|adviser|instructor|trainer|coach|screenwriter|hygienist|radiographer|optician|optometrist|physiotherapist|dietitian|nutritionist|zoologist|geologist|meteorologist|embryologist|sommelier|bartender|housekeeper|concierge|steward|flight attendant|sales associate|associate';

/** What never belongs to the name of a role. */
const NO_PART =
  /\b(?:bit|fan|fast|great|good|bad|terrible|better|huge|big|total|real|natural|born|kind|sort|lot|few|friend|friend's|not|former|ex|wannabe|aspiring|future|would-be|so-called|fake|hopeless|lousy|amateur|hobby|weekend|potential|prospective|like|of|who|that|a|an|the|my|your|his|her|than|as|to|and|or|in|at|with|for|by|on|very|really|proud|happy|sad|tired|single|married|licensed|certified|registered)\b/i;
const KEEP = /\b(?:head of|vp of|licensed|certified|registered)\b/i;

/** A role of at most five words, to be followed by something that ends it. */
export const ROLE = `(?<role>(?:[\\p{L}/&+#.-]+ ){0,4}?(?:${HEADS}))(?=$|[.,;:!?)]|\\s(?:at|in|for|with|from|based|by|on|now|currently|since|here|living|working|so|because|who|and|but|i|where|there|right|these|trying|looking|making|earning|of \\d+|over|whose|which|to|job|jobs|role|roles|position|positions|or|today|this|full[- ]?time|part[- ]?time|again|next|soon|last|yesterday|recently|ago|two|three|four|five|\\d+|one day|someday|within|after|as|any|anymore|employed)\\b|\\s[-–—(])`;

/** The role in plain words, lower case but for its capitals; null where a word of it shows that it is none. */
export function roleName(role: string): string | null {
  const text = role.trim().replace(/\s+/g, ' ');
  if (NO_PART.test(KEEP.test(text) ? text.replace(KEEP, '') : text)) return null;
  return text.replace(/^(?:full[- ]?time|part[- ]?time|current) /i, '');
}
