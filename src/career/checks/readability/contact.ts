import { failed, passed } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check } from '../types.ts';

/** At least a letter sequence of two parts; a heading such as «CURRICULUM VITAE» is not a name. */
const isName = (name: string) =>
  /\p{L}/u.test(name) && !/\d|@/.test(name) && !/^(curriculum vitae|cv|r[ée]sum[ée])$/i.test(name.trim());

export const contactChecks: Check[] = [
  {
    id: 'name',
    group: 'readability',
    severity: 'high',
    title: 'A name is found',
    meaning: 'A program files the CV under the name it finds; without one it belongs to nobody.',
    source: sources.harvard,
    run({ resume, at }) {
      const name = resume.basics?.name?.trim() ?? '';
      if (isName(name)) return passed('A name was found.');
      return failed(
        'No name was found.',
        'Put your name on a line of its own at the very top, as text and not in an image or the page header.',
        [at('/basics/name', 'no name')],
      );
    },
  },
  {
    id: 'email',
    group: 'readability',
    severity: 'high',
    title: 'An email address is found',
    meaning: 'It is how most employers answer.',
    source: sources.harvard,
    run({ resume, at }) {
      const email = resume.basics?.email?.trim() ?? '';
      if (/^[^\s@]+@[^\s@]+\.[\p{L}\d-]{2,}$/u.test(email)) return passed('An email address was found.');
      return failed(
        email === '' ? 'No email address was found.' : 'The email address is not a valid one.',
        'Write your email address out under your name, such as name@example.com; an icon or the word «Email» with a link behind it is not enough.',
        [at('/basics/email', email === '' ? 'no email address' : email)],
      );
    },
  },
  {
    id: 'phone',
    group: 'readability',
    severity: 'medium',
    title: 'A phone number is found',
    meaning: 'Many recruiters call first, and application forms ask for a number.',
    source: sources.harvard,
    run({ resume, at }) {
      const phone = resume.basics?.phone ?? '';
      const digits = phone.replace(/\D/g, '').length;
      if (digits >= 7 && digits <= 15) return passed('A phone number was found.');
      return failed(
        phone === '' ? 'No phone number was found.' : `The phone number has ${digits} digits.`,
        'Add a phone number under your name, with the country code if you apply abroad (7 to 15 digits).',
        [at('/basics/phone', phone === '' ? 'no phone number' : phone)],
      );
    },
  },
  {
    id: 'location',
    group: 'readability',
    severity: 'low',
    title: 'A place is found',
    meaning:
      'Searches are often narrowed by place. City and country are enough; a street address is not needed.',
    source: sources.harvard,
    run({ resume, at }) {
      const { city, region, countryCode, address } = resume.basics?.location ?? {};
      if (city || region || countryCode || address) return passed('A place was found.');
      return failed(
        'No place was found.',
        'Add your city and country under your name, or «Remote» with your time zone.',
        [at('/basics/location', 'no place')],
      );
    },
  },
  {
    id: 'links',
    group: 'readability',
    severity: 'low',
    title: 'Links are addresses that work',
    meaning: 'A link that is no address leads nowhere, whoever or whatever follows it.',
    source: null,
    run({ resume, at }) {
      const given = [
        ['/basics/url', resume.basics?.url],
        ...(resume.basics?.profiles ?? []).map(({ url }, i) => [`/basics/profiles/${i}/url`, url]),
        ...(resume.projects ?? []).map(({ url }, i) => [`/projects/${i}/url`, url]),
        ...(resume.certificates ?? []).map(({ url }, i) => [`/certificates/${i}/url`, url]),
        ...(resume.publications ?? []).map(({ url }, i) => [`/publications/${i}/url`, url]),
      ].filter((entry): entry is [string, string] => Boolean(entry[1]));
      const broken = given.filter(([, url]) => !isWebAddress(url));
      if (broken.length === 0)
        return passed(given.length ? 'Every link is an address.' : 'There are no links to go wrong.');
      return failed(
        `${broken.length} of ${given.length} links ${broken.length === 1 ? 'is' : 'are'} not a web address.`,
        'Write the whole address, such as linkedin.com/in/your-name.',
        broken.map(([pointer, url]) => at(pointer, url)),
      );
    },
  },
];

/** With or without its scheme: `linkedin.com/in/somebody`. */
function isWebAddress(url: string): boolean {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`;
  if (/\s/.test(url.trim()) || !URL.canParse(whole)) return false;
  const { protocol, hostname } = new URL(whole);
  return /^https?:$/.test(protocol) && /^[^.]+(\.[^.]+)*\.[a-z\d-]{2,}$/i.test(hostname);
}
