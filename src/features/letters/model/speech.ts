/*
 * Whether a sentence of a letter speaks of the employer or of the person. Where that is not plain it is taken to speak of
 * the person, of whom the posting is no witness.
 */

const PERSON =
  /(?:^|[^\p{L}])(?:I|I['’]\p{L}+|me|my|mine|myself|we|our|ours|us|applicant|candidate|undersigned|ich|mich|mir|mein\p{L}*|wir|unser\p{L}*|je|j['’]\p{L}+|moi|mon|ma|mes|nous|notre|nos|yo|mi|mis|nosotros|io|mio|mia|miei|eu|meu|minha|ik|mijn|ja|mój|moja|moje)(?=$|[^\p{L}])/iu;
const SUBJECT =
  /^(?:(?:you|your (?:posting|advert\p{L}*|ad|role|position|team|company|organi[sz]ation|clinic|hospital|school|practice|warehouse|department)|the (?:posting|advert\p{L}*|ad|role|position|job|vacancy|team)|this (?:role|position|job))(?=[^\p{L}])|(?:sie|ihre? (?:stelle|anzeige|team)|die stelle)(?=[^\p{L}]))/iu;
const ASKING =
  /[^\p{L}](?:ask|look|need|seek|want|require|list|mention|describe|name|state|call|expect|involve|include|focus|build|run|serve|provide|offer|make|combine|emphasi[sz]e|value|suchen|brauchen|erwarten|verlangt|umfasst)(?:s|ed|ing)?(?=$|[^\p{L}])|[^\p{L}](?:is|are)(?=[^\p{L}])/iu;
/** What the employer would have of the person is a statement about the person. */
const GAINING =
  /[^\p{L}](?:gain|get|receive|benefit|hire|have in|find in|bekommen|gewinnen)(?:s|ed|ing)?(?=$|[^\p{L}])/iu;

export function isAboutTheJob(sentence: string, company: string | null, person: string | null): boolean {
  const text = sentence.trim();
  if (PERSON.test(text) || GAINING.test(text)) return false;
  if (person && text.toLowerCase().includes(person.toLowerCase())) return false;
  const opens =
    SUBJECT.test(text) || (company !== null && text.toLowerCase().startsWith(company.toLowerCase()));
  return opens && ASKING.test(text);
}

const ADVERBS = '(?:(?:also|previously|once|already|formerly|recently|currently|have|had|long|still|now) )*';
const FEELING =
  '(?!(?:was|been) (?:drawn|struck|impressed|glad|pleased|interested|happy|delighted|attracted|intrigued))';
const WORKED = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:I(?:['’]ve|['’]m)? ${ADVERBS}${FEELING}(?:worked|work|was|been|am (?:an?|the|employed|working)|employed|working|served|led|built|managed|developed|joined|interned|spent|cared|ran|taught|drove|held|gained|learned|learnt)|my (?:current |previous |former |last |own )?(?:years?|time|work|role|job|position|post|experience|internship))(?=[^\p{L}])[^.;]*?[^\p{L}](?:at|for|with|by|joined) (?:the )?$`,
  'iu',
);

/** «I worked at X»: the name of the employer one applies to does not make that true. */
export function claimsToHaveWorkedAt(sentence: string, company: string): boolean {
  const at = sentence.toLowerCase().indexOf(company.toLowerCase());
  return at >= 0 && WORKED.test(sentence.slice(0, at));
}

/** A deed or a quality that is claimed in plain words, so that nothing but a source can hold it. */
export const claimsPlainly = (sentence: string): boolean =>
  /(?:^|[^\p{L}])I(?:['’]ve)? (?:also |then |there |have |had |often |always |regularly |successfully )*(?:was|were|have|had|led|ran|built|made|won|grew|kept|taught|drove|wrote|held|brought|know|can|speak|hold|own|excel|specialise|specialize|\p{L}{2,}ed)(?=[^\p{L}])/iu.test(
    sentence,
  ) && !/(?:^|[^\p{L}])I (?:have )?(?:enclosed|attached|noticed|saw|read|found)(?=[^\p{L}])/iu.test(sentence);
