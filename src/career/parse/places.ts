/*
 * Countries come from the language data of the runtime (CLDR, by Intl), cities from its list of time zones and a short
 * list of large ones; states and provinces of the countries where CVs shorten them are listed here.
 */

const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const countries = new Map<string, string>();
for (const first of letters) {
  for (const second of letters) {
    const code = first + second;
    // Codes that stand for no country: unions, private use, withdrawn codes that share a name with a live one.
    if (
      /^(?:EU|EZ|UN|UK|QO|XA|XB|ZZ|X.|Q[M-Z]|DD|SU|YU|AN|BU|CS|FX|NT|TP|ZR|DY|HV|NH|RH|VD|YD)$/.test(code) &&
      code !== 'XK'
    )
      continue;
    const name = regionNames.of(code);
    if (name) countries.set(plain(name), code);
  }
}
for (const [name, code] of Object.entries({
  uk: 'GB',
  'u k': 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  usa: 'US',
  us: 'US',
  'u s': 'US',
  'u s a': 'US',
  'united states of america': 'US',
  america: 'US',
  'the netherlands': 'NL',
  holland: 'NL',
  uae: 'AE',
  'czech republic': 'CZ',
  'south korea': 'KR',
  'republic of korea': 'KR',
  korea: 'KR',
  'hong kong': 'HK',
  turkey: 'TR',
  turkiye: 'TR',
  'ivory coast': 'CI',
  'republic of ireland': 'IE',
  'viet nam': 'VN',
  deutschland: 'DE',
  espana: 'ES',
  osterreich: 'AT',
  schweiz: 'CH',
  brasil: 'BR',
  italia: 'IT',
  polska: 'PL',
  'russian federation': 'RU',
})) {
  countries.set(name, code);
}

const regions = new Set(
  'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|district of columbia|ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland|new south wales|victoria|queensland|tasmania|western australia|south australia|bavaria|bayern|hesse|saxony|lower saxony|north rhine westphalia|catalonia|andalusia|lombardy|tuscany|ile de france|west yorkshire|south yorkshire|greater manchester|west midlands|kent|essex|surrey|sussex|east sussex|west sussex|hampshire|lancashire|devon|cornwall|norfolk|suffolk|county durham|maharashtra|karnataka|tamil nadu|telangana|kerala|gujarat|west bengal|punjab|greater london|lagos state'.split(
    '|',
  ),
);
const regionCodes = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR ON QC BC AB MB SK NS NB NL PE YT NT NSW VIC QLD TAS ACT NRW'.split(
    ' ',
  ),
);

const zoneCities = Intl.supportedValuesOf('timeZone').map((zone) =>
  plain(zone.split('/').at(-1)!.replaceAll('_', ' ')),
);
const cities = new Set([
  ...zoneCities,
  ...'washington|san francisco|seattle|boston|austin|houston|dallas|philadelphia|san diego|san jose|oakland|portland|atlanta|miami|orlando|tampa|minneapolis|st louis|kansas city|cleveland|columbus|cincinnati|pittsburgh|baltimore|charlotte|raleigh|durham|nashville|memphis|new orleans|salt lake city|las vegas|sacramento|san antonio|fort worth|milwaukee|brooklyn|queens|jersey city|buffalo|albany|palo alto|mountain view|menlo park|cupertino|sunnyvale|redmond|bellevue|santa clara|santa monica|cambridge|oxford|bristol|leeds|manchester|birmingham|liverpool|sheffield|glasgow|edinburgh|cardiff|newcastle|nottingham|leicester|brighton|southampton|portsmouth|reading|york|bath|exeter|norwich|coventry|derby|hull|plymouth|aberdeen|dundee|cork|galway|limerick|munich|münchen|hamburg|cologne|köln|frankfurt|stuttgart|düsseldorf|leipzig|dresden|hanover|hannover|nuremberg|bremen|essen|dortmund|bonn|geneva|genève|basel|bern|lausanne|graz|linz|salzburg|milan|milano|turin|torino|naples|florence|bologna|barcelona|valencia|seville|sevilla|bilbao|porto|lyon|marseille|toulouse|bordeaux|lille|nantes|strasbourg|nice|rotterdam|the hague|utrecht|eindhoven|antwerp|ghent|gothenburg|göteborg|malmö|aarhus|bergen|tampere|espoo|krakow|kraków|wroclaw|wrocław|gdansk|gdańsk|poznan|poznań|brno|cluj-napoca|bangalore|bengaluru|mumbai|delhi|new delhi|hyderabad|chennai|pune|ahmedabad|gurgaon|noida|islamabad|lahore|beijing|shenzhen|guangzhou|hangzhou|osaka|kyoto|busan|hanoi|penang|abuja|lagos|ibadan|accra|nairobi|mombasa|kampala|cape town|durban|pretoria|cairo|alexandria|tel aviv|haifa|ankara|abu dhabi|doha|riyadh|jeddah|montreal|ottawa|calgary|quebec city|waterloo|victoria|canberra|wellington|christchurch|rio de janeiro|brasilia|medellin|medellín|cali|guadalajara|monterrey|cordoba|rosario|valparaiso|kyiv|lviv|kharkiv|odesa|saint petersburg|st petersburg|heidelberg|delft|leiden|uppsala|lund|leuven|coimbra|braga'
    .split('|')
    .map(plain),
]);

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** ISO 3166-1 alpha-2 of a country that is named; null for anything else. */
export function countryCode(text: string): string | null {
  return countries.get(plain(text)) ?? null;
}

export function isRegion(text: string): boolean {
  return regionCodes.has(text.trim().replace(/\s+\d{4,5}(?:-\d{4})?$/, '')) || regions.has(plain(text));
}

export function isCity(text: string): boolean {
  return cities.has(
    plain(
      text
        .replace(/\(.*\)/, '')
        .replace(/^greater\s+/i, '')
        .replace(/\s+(?:area|bay area|metro)$/i, ''),
    ),
  );
}

const remote =
  /^(?:fully |100% )?remote(?:ly)?(?:\s*[(–—,-].*)?$|^(?:hybrid|on-?site|work from home|worldwide|nationwide|various locations)$/i;

export function isPlaceName(text: string): boolean {
  const bare = text
    .trim()
    .replace(/^(?:in|near)\s+/i, '')
    .replace(/[.]$/, '');
  if (bare === '' || bare.length > 50) return false;
  const inBrackets = /^([^()]+?)\s*\(([^()]+)\)$/.exec(bare);
  if (inBrackets && countryCode(inBrackets[2]!) !== null && /^\p{Lu}/u.test(bare)) return true;
  if (remote.test(bare) || isRegion(bare) || isCity(bare) || countryCode(bare) !== null) return true;
  const postal =
    /^(?:[A-Z]-?)?\d{4,5}\s+(.+)$/.exec(bare) ??
    /^(.+?)\s+(?:[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|\d{5}(?:-\d{4})?)$/.exec(bare);
  return (
    postal !== null &&
    (isCity(postal[1]!) || /^\p{Lu}/u.test(postal[1]!)) &&
    !/\b(?:street|st|road|rd|avenue|ave|lane|drive|court|blvd|boulevard|way|place|terrace|square|crescent|close|broadway|parkway|highway|circle|trail)\.?$/i.test(
      postal[1]!,
    )
  );
}

/** «Acme, UK» could be a company: no place that is known stands before the country. */
export function mayBeCompany(text: string): boolean {
  const parts = text.split(/\s*,\s*/);
  return (
    parts.length === 2 &&
    !isPlaceName(parts[0]!) &&
    (countryCode(parts[1]!) !== null || parts[1]!.endsWith(')'))
  );
}

/** «Leeds», «Austin, TX», «Berlin, Germany», «Remote»: every comma part of it, or its last one after a short name. */
export function isPlace(text: string): boolean {
  const parts = text.split(/\s*[,/;]\s*/).filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 4) return false;
  if (parts.every(isPlaceName)) return true;
  // «Acme, Austin, TX» names a company first.
  if (parts.length > 2 && !isPlaceName(parts[0]!)) return false;
  const isName = (part: string) =>
    /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’ -]{1,30}$/u.test(part) && part.split(' ').length <= 4;
  return (
    parts.length > 1 &&
    isPlaceName(parts.at(-1)!) &&
    !isCity(parts.at(-1)!) &&
    parts.slice(0, -1).every(isName)
  );
}
