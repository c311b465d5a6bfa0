import { COMPANY, companyName } from './company.ts';
import { AM, isName, type Made, type Pattern, words } from './pattern.ts';
import { isKnownPlace, PLACE, placeAt } from './places.ts';
import { ROLE, roleName } from './roles.ts';

/** «I'm Catholic, a nurse at …»: what one is, and no name. */
const NO_FIRST_NAME =
  /^(?:African|American|Arab|Asian|Australian|Austrian|Bangladeshi|Belgian|Black|Brazilian|British|Bulgarian|Canadian|Catholic|Chinese|Croatian|Czech|Danish|Dutch|Egyptian|European|Filipino|Finnish|French|German|Greek|Hindu|Hungarian|Indian|Indonesian|Iranian|Irish|Israeli|Italian|Japanese|Jewish|Kenyan|Korean|Latvian|Lithuanian|Mexican|Muslim|Nigerian|Norwegian|Pakistani|Polish|Portuguese|Romanian|Russian|Scottish|Serbian|Slovak|Spanish|Swedish|Swiss|Syrian|Thai|Turkish|Ukrainian|Vietnamese|Welsh|Sorry|Glad|Happy|New|Just|Back)\b/i;

/** Who somebody is, where they say it in one breath: «I'm Priya, a backend engineer at Zalando in Berlin.» */
export const introductionPatterns: Pattern[] = [
  {
    kind: 'name',
    words: words(
      `${AM} (?<name>\\p{L}[\\p{L}'-]+(?: \\p{L}[\\p{L}'-]+)?), (?:and )?(?:i'm |i am )?an? ${ROLE}(?: (?:at|for|with) ${COMPANY})?(?: (?:based |living )?in ${PLACE})?`,
    ),
    confidence: 0.85,
    make: ({ groups }) => {
      const { name, role, company, place } = groups!;
      const work = roleName(role!);
      const isPerson = name!.split(' ').every((part) => isName(part)) && !NO_FIRST_NAME.test(name!);
      if (!work || !isPerson || isKnownPlace(name!)) return null;
      const made: Made[] = [
        { kind: 'name', key: 'name', value: name! },
        { kind: 'role', key: 'role', value: work },
      ];
      const employer = company ? companyName(company) : null;
      if (employer) made.push({ kind: 'employer', key: 'employer', value: employer });
      const home = place ? placeAt(place) : null;
      if (home && isKnownPlace(home)) made.push({ kind: 'location', key: 'location', value: home });
      return made;
    },
  },
];
