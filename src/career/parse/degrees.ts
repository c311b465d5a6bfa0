import type { Piece } from './piece.ts';

const degree =
  /(?<![\p{L}])(?:(?:honou?rs )?(?:bachelor|master|doctor|associate)(?:['’]?s)?(?:\s+(?:degree|of\s+(?:science|arts|engineering|business administration|fine arts|laws?|education|nursing|medicine(?: and surgery)?|philosophy|technology|applied (?:science|arts)|public health|social work|architecture|music|commerce|computer applications|divinity|design|letters|public administration|library science|research|mathematics|pharmacy|business)(?:\s+(?:degree|with honou?rs))?))?|juris doctor|doctor of medicine|residency|fellowship|bts|dut|(?:exec(?:utive)?\s+)?e?mba|b\.?\s?sc\.?|m\.?\s?sc\.?|b\.?\s?eng\.?|m\.?\s?eng\.?|b\.?\s?tech\.?|m\.?\s?tech\.?|b\.?\s?e\.|b\.?\s?a\.?(?=[\s,.()]|$)|m\.?\s?a\.?(?=[\s,.()]|$)|b\.?\s?s\.?(?:n|w|c|ba|ee)?\.?(?=[\s,.()]|$)|m\.?\s?s\.?(?:n|w|c|ee)?\.?(?=[\s,.()]|$)|a\.?\s?a\.?s?\.?(?=[\s,.()]|$)|a\.?\s?s\.?(?=[\s,.()]|$)|b\.?\s?com\.?|m\.?\s?com\.?|b\.?\s?ed\.?|m\.?\s?ed\.?|b\.?\s?b\.?\s?a\.?|b\.?\s?f\.?\s?a\.?|m\.?\s?f\.?\s?a\.?|ll\.?\s?b\.?|ll\.?\s?m\.?|j\.?d\.?(?=[\s,]|$)|ph\.?\s?d\.?|d\.?\s?phil\.?|m\.?\s?phil\.?|m\.?\s?res|ed\.?\s?d\.?|m\.?\s?d\.?(?=[\s,.()]|$)|mbbs|mbchb|dvm|pharm\.?\s?d|mph|mpa|bds|pgce|pgdip|pgcert|pgde|m\.?math|mphys|mchem|march|barch|b\.?arch|m\.?arch|bca|mca|adn|asn|hnd|hnc|nvq(?: level \d)?|btec|gcses?|a[- ]levels?|as[- ]levels?|o[- ]levels?|t[- ]levels?|ib diploma|international baccalaureate|baccalaur[ée]ate?|abitur|matura|maturit[aà]|leaving cert(?:ificate)?|high school diploma|secondary school (?:diploma|certificate)|ged|diplom(?:a|-ingenieur|-kaufmann)?|(?:advanced|higher|national|graduate|postgraduate|foundation)\s+(?:diploma|certificate|degree)|postgraduate|licenciatura|licence|laurea(?: magistrale)?|ingenieur|magister|magíster|grado|doctorate|doctoral|post-?doctoral|foundation year|foundation degree|access to .{3,30} diploma|certificate(?: iv| iii| in)?|bootcamp|apprenticeship|minor|scottish highers|highers)(?![\p{L}])/iu;
const schools =
  /universit|hogescho|vidyala|vidyapee|college|school|institut|academy|académ|academia|polytech|politec|hochschule|gymnasium|lyc[ée]e|liceo|école|ecole|faculty|conservator|seminary|\b(?:mit|ucla|eth|epfl|lse|ucl|nyu|usc|tu|iit|nit|caltech|kth|suny|cuny|utm|unam|uc|ut|hec|insead|imperial|coursera|udacity|general assembly|sixth form|georgia tech|virginia tech|trinity|kaist|nus)\b/i;

/** School years and the exams at their end, as India counts them: at the beginning of a name only. */
const schoolYear =
  /^(?:(?:class|std\.?|standard|grade)\s+)?(?:XII|X|10th|12th|10\s?\+\s?2|SSC|HSC|SSLC|PUC|PU|AISSCE|AISSE|ICSE|ISC|CBSE|matriculation|intermediate|(?:senior|higher) secondary)(?:\s+(?:class|standard|std\.?|grade|examination|board))?(?=[\s,(:–-]|$)/i;

export const degreeOf = (text: string) => schoolYear.exec(text) ?? degree.exec(text);
export const hasDegree = (text: string) => degreeOf(text) !== null;
export const isSchool = (text: string) => schools.test(text);

/** A school's name, not a degree that has «school» in its own: «High School Diploma». */
export const isSchoolName = (text: string) =>
  isSchool(text) && !(hasDegree(text) && !/universit|college|institut|academy/i.test(text));

/** What before «Diploma» belongs to the degree: «Ontario Secondary School Diploma». */
const typePrefix =
  /(?:school|secondary|honou?rs|joint|double|combined|executive|professional|national|international|vocational|technical|dual|european)$/i;

/** «J.D.», «M.Sc.», «Dr.-Ing.», «MBA»: capitals with stops, or a degree we know. */
const isShortDegree = (text: string) =>
  /^(?:\p{Lu}\p{Ll}{0,4}\.?[ -]?){1,4}\.$/u.test(text) ||
  (/^[\p{Lu}\p{Ll}.]{2,8}$/u.test(text) && degree.exec(text)?.[0] === text);

export interface Studies {
  studyType?: Piece;
  area?: Piece;
}

/** «BSc (Hons) in Computer Science»: the degree and the subject. */
export function readStudies(piece: Piece): Studies {
  const match = degreeOf(piece.text);
  if (!match) return { area: piece };
  const before = piece.slice(0, match.index).trim();
  let end = match.index + match[0].length;
  const extra =
    /^(?:\s*\(?(?:hons?\.?|honou?rs|with honou?rs|cum laude)\)?(?![\p{L}]))|^\s+(?:degree|programme|program)(?![\p{L}])/iu;
  for (let more = extra.exec(piece.text.slice(end)); more; more = extra.exec(piece.text.slice(end)))
    end += more[0].length;
  // «Juris Doctor (J.D.)», «Doctorate (Dr.-Ing.)»: the degree's short name.
  const short = /^\s*\(([^()]{2,12})\)/.exec(piece.text.slice(end));
  if (short && isShortDegree(short[1]!)) end += short[0].length;
  const type = piece
    .slice(
      typePrefix.test(before.text) ||
        (/^(?:secondary|high) school/i.test(match[0]) && /^[\p{L} ]{1,25}$/u.test(before.text))
        ? 0
        : match.index,
      end,
    )
    .trim();
  const after = piece.slice(end).text;
  const lead = /^[\s,:–—|-]*(?:(?:in|of|on)(?:\s+the)?\s+|\()?\s*/i.exec(after)![0].length;
  let area = piece.slice(end + lead).trim();
  if (/^\(/.test(after.trim()) && area.text.endsWith(')')) area = area.slice(0, area.text.length - 1);
  area = area.tidy();
  if (!area.isEmpty) return { studyType: type, area };
  const lone = piece.slice(0, match.index).tidy();
  return lone.isEmpty || type.start === lone.start ? { studyType: type } : { studyType: type, area: lone };
}
