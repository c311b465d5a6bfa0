import type { Basics } from '../resume/index.ts';
import type { Draft, Sourced } from './draft.ts';
import { field } from './draft.ts';
import { webAddress } from './heads.ts';
import type { CvLine } from './lines.ts';
import { readLocation } from './location.ts';
import type { TextLink } from './markup.ts';
import type { Piece } from './piece.ts';
import { profileOf } from './profiles.ts';
import { addressField } from './work.ts';

const email = /[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u;
const phone =
  /(?<![\p{L}\d/.-])\(?(?:\+|00)?\(?\d[\d\s().\-–/]{5,20}\d(?:\s*(?:x|ext\.?)\s*\d{1,6})?(?![\p{L}\d])/u;
const label =
  /^\W*(?:e-?mail(?: address| id)?|mail(?: id)?|phone(?: number| no\.?)?|telephone(?: no\.?)?|tel|mobile(?: phone| number| no\.?)?|mob|cell(?: ?phone)?|contact(?: number| no\.?)?|linked ?in|git ?hub|git ?lab|twitter|x|website|web|homepage|portfolio|personal (?:site|website)|site|blog|url|address|(?:home|work|office|business|day(?:time)?|evening)(?: phone| tel(?:ephone)?| number)?|home address|location|located in|based in|residence|city|place of residence|skype|orcid(?: id)?|google scholar|name|full name|xing|mastodon|behance|dribbble|stack ?overflow|medium|kaggle|[emtpaw])\s*[:：|–]\s*/iu;
const labelAlone =
  /^(?:e-?mail|phone|telephone|tel|mobile|address|name|full name|location|website|linkedin|github)\s*:?$/i;
const icon = /^[\s\p{Extended_Pictographic}\p{Co}✉☎✆⌂⚲➤|:·•]+(?=\S)/u;
const cells =
  /\t+|\s{3,}|\s*[|•▪●¦⋄◆♦⬥❖]\s*|\s+[·–—*-]\s+|\s*·\s*|;\s+|\s+\/\/?\s+|,\s+(?=(?:\+|https?:|www\.|[\w.+-]+@|linkedin\.|github\.|e-?mail|tel|phone|mob))|\s{2,}|\s+(?=\p{Extended_Pictographic})/giu;

const wideCells = /\t+|\s{3,}|\s*[|•▪●¦]\s*/g;

export interface Contact {
  basics: Sourced<Basics>;
  /** What was neither an address nor a number: names, titles, places, prose. */
  rest: { line: CvLine; cells: Piece[] }[];
}

/** Takes the first match out of a cell and gives what is left of it. */
function take(cell: Piece, pattern: RegExp): { found: Piece; rest: Piece } | null {
  const match = new RegExp(pattern.source, pattern.flags.replace('g', '')).exec(cell.text);
  if (!match) return null;
  const found = cell.slice(match.index, match.index + match[0].length).trim();
  return { found, rest: cell.without(match.index, match.index + match[0].length) };
}

const digits = (text: string) => text.replace(/\D/g, '').length;
const isOtherNumber = (text: string) =>
  // Post codes of Portugal, Brazil and the United States.
  /^(?:\d{4}-\d{3}|\d{5}-\d{3,4})$/.test(text.trim()) ||
  /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(text.trim()) ||
  /^\(?(?:19|20)\d{2}\s*[-–/]\s*(?:19|20)\d{2}\)?$/.test(text.trim());

/** Reads e-mail, telephone, profiles and site out of lines of contact details. */
export function readContact(lines: CvLine[], links: TextLink[], draft: Draft): Contact {
  const basics: Sourced<Basics> = {};
  const profiles: NonNullable<Sourced<Basics>['profiles']> = [];
  const rest: Contact['rest'] = [];
  const addProfile = (piece: Piece, url: string, hint: string) => {
    // The first address of no known network is the person's own site, a further one is a profile.
    const profile = profileOf(url, hint, basics.url !== undefined);
    if (!profile) {
      if (basics.url) return false;
      basics.url = field(
        addressField(piece).value === `https://${piece.text}`
          ? `https://${url.replace(/^https?:\/\//, '')}`
          : url,
        piece,
      );
      return true;
    }
    if (profiles.some((known) => known.network?.value === profile.network)) return false;
    profiles.push({
      network: field(profile.network, piece),
      ...(profile.username ? { username: field(profile.username, piece) } : {}),
      url: field(profile.url, piece),
    });
    return true;
  };
  for (const line of lines) {
    const left: Piece[] = [];
    let carried = '';
    const isAddress = /^\W*(?:\p{L}+ )?address\s*:/iu.test(line.piece.text);
    for (const cell of line.piece.split(isAddress ? wideCells : cells)) {
      let part = cell;
      if (labelAlone.test(part.text) && !line.piece.text.endsWith(part.text)) {
        carried = `${part.text.toLowerCase()}:`;
        draft.use(part);
        continue;
      }
      const marks = icon.exec(part.text);
      if (marks) part = part.slice(marks[0].length);
      const named = label.exec(part.text);
      const hint = named?.[0].toLowerCase() ?? carried;
      carried = '';
      if (named) part = part.slice(named[0].length);
      const before = part.text;
      const mail = take(part, email);
      if (mail && !basics.email) {
        basics.email = mail.found;
        part = mail.rest;
      }
      for (let web = take(part, webAddress); web && !/@/.test(web.found.text); web = take(part, webAddress)) {
        const address = web.found.text.replace(/[.,;:]+$/, '');
        const piece = web.found.slice(0, address.length);
        if (!addProfile(piece, addressField(piece).value, hint)) break;
        part = web.rest;
      }
      const call = take(part, phone);
      if (
        call &&
        !basics.phone &&
        digits(call.found.text) >= 7 &&
        digits(call.found.text) <= 15 &&
        !isOtherNumber(call.found.text)
      ) {
        basics.phone = call.found;
        part = call.rest;
      }
      const handle = /^@?([\w.-]{3,40})$/.exec(part.text.trim());
      if (
        handle &&
        /linked|git|twitter|^x:|behance|dribbble|medium|kaggle|orcid/.test(hint) &&
        part.text === before
      ) {
        if (addProfile(part.trim(), `${hint} ${handle[1]}`, hint)) part = part.slice(0, 0);
      }
      if (named || part.text !== before) draft.use(cell.slice(0, cell.text.length - before.length));
      const kept = part.tidy();
      const isLabelAlone =
        /^(?:linked ?in|git ?hub|portfolio|website|e-?mail|phone|mobile|tel|cell|address|and|or|h|m|w)$/i.test(
          kept.text,
        );
      const link = links.find(({ start, end }) =>
        kept.spans.some((span) => span.start < end && start < span.end),
      );
      if (link && addLink(link.url, kept)) continue;
      if (part.text !== before && isLabelAlone) draft.use(kept);
      else if (/[\p{L}\d]/u.test(kept.text)) {
        if (/address|location|located|based|residence|city/.test(hint) || hint.startsWith('a:')) {
          basics.location ??= readLocation(kept, true) ?? undefined;
          if (basics.location) continue;
        }
        if (/name/.test(hint)) basics.name ??= kept;
        else left.push(kept);
      }
    }
    if (left.length > 0) rest.push({ line, cells: left });
  }
  function addLink(url: string, piece: Piece): boolean {
    if (url.startsWith('mailto:')) {
      basics.email ??= field(
        decodeURIComponent(
          url
            .slice(7)
            .split('?')[0]!
            .replace(/%(?![\da-f]{2})/gi, '%25'),
        ),
        piece,
      );
      return true;
    }
    return /^https?:/.test(url) && addProfile(piece, url, '');
  }
  if (profiles.length > 0) basics.profiles = profiles;
  return { basics, rest };
}
