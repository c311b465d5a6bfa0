const regions =
  'AD AE AF AL AM AO AR AT AU AZ BA BD BE BG BH BO BR BY CA CH CL CM CN CO CR CU CY CZ DE DK DO DZ EC EE EG ES ET FI FR GB GE GH GR GT HK HN HR HU ID IE IL IN IQ IR IS IT JM JO JP KE KH KR KW KZ LB LK LT LU LV LY MA MC MD ME MK MM MN MT MU MX MY MZ NA NG NI NL NO NP NZ OM PA PE PH PK PL PR PS PT PY QA RO RS RU RW SA SE SG SI SK SN SV SY TH TN TR TW TZ UA UG US UY UZ VE VN YE ZA ZM ZW'.split(
    ' ',
  );
const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

/** Names of countries in the languages that postings here are most often in, and what people write in their place. */
const countries = new Set([
  ...languages.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region' });
    return regions.map((region) => (names.of(region) ?? region).toLowerCase());
  }),
  ...'usa|u.s.|us|u.s.a.|uk|u.k.|uae|england|scotland|wales|northern ireland|europe|eu|emea|apac|latam|dach|north america|south america|latin america|asia|africa|worldwide|anywhere|global|european union|benelux|nordics|scandinavia|middle east|czech republic|turkey|great britain'.split(
    '|',
  ),
]);

const states = new Set([
  ...'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NSW VIC QLD WA SA'.split(
    ' ',
  ),
  ...'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ontario|Quebec|British Columbia|Alberta|New South Wales|Victoria|Queensland|Bavaria|Bayern'.split(
    '|',
  ),
]);

/** Cities that postings name without their country; all others are known by the country or state behind them. */
const cities = new Set(
  'amsterdam|athens|atlanta|austin|auckland|bangalore|bengaluru|bangkok|barcelona|basel|beijing|belfast|belgrade|berlin|bern|birmingham|bogotá|bogota|boston|bratislava|brisbane|bristol|brussels|bucharest|budapest|buenos aires|cairo|calgary|cambridge|cape town|chennai|chicago|cologne|copenhagen|dallas|delhi|denver|detroit|dresden|dubai|abu dhabi|dublin|düsseldorf|edinburgh|eindhoven|frankfurt|geneva|genève|glasgow|gothenburg|göteborg|hamburg|hannover|helsinki|ho chi minh city|hong kong|houston|hyderabad|istanbul|jakarta|jerusalem|johannesburg|karachi|karlsruhe|köln|kraków|krakow|kuala lumpur|kyiv|lagos|lahore|lausanne|leeds|leipzig|lille|lima|lisbon|lisboa|ljubljana|london|los angeles|lyon|madrid|manchester|manila|marseille|melbourne|mexico city|miami|milan|milano|minneapolis|montreal|montréal|mumbai|munich|münchen|nairobi|new delhi|new york|new york city|nyc|nürnberg|oslo|ottawa|oxford|paris|perth|philadelphia|phoenix|portland|porto|prague|praha|pune|riga|riyadh|rome|roma|rotterdam|salt lake city|san diego|san francisco|san francisco bay area|san jose|santiago|são paulo|sao paulo|seattle|seoul|shanghai|shenzhen|singapore|sofia|stockholm|stuttgart|sydney|taipei|tallinn|tel aviv|the hague|tokyo|toronto|toulouse|utrecht|valencia|vancouver|vienna|wien|vilnius|warsaw|warszawa|washington dc|wrocław|zagreb|zurich|zürich|palo alto|mountain view|menlo park|sunnyvale|bay area'.split(
    '|',
  ),
);

/** Whether a short phrase is a place: a city that everybody knows, a country, or anything before one of these. */
export function isPlace(phrase: string): boolean {
  const text = phrase
    .trim()
    .replace(/^(greater|metro)\s+/i, '')
    .replace(/\s+(area|metropolitan area)$/i, '');
  if (text.length > 100 || !/^(\d{4,5}\s)?\p{L}/u.test(text)) return false;
  const pieces = text.split(/\s*(?:[,;/]|\bor\b|\band\b)\s*/).filter((piece) => piece !== '');
  const isKnown = (piece: string) => {
    const name = piece
      .replace(/\s*\(.*\)$/, '')
      .replace(/^\d{4,5}\s+/, '')
      .trim();
    return countries.has(name.toLowerCase()) || cities.has(name.toLowerCase());
  };
  if (pieces.length === 1) return isKnown(pieces[0]!) || states.has(pieces[0]!);
  if (pieces.length > 8) return false;
  const last = pieces.at(-1)!;
  const isNamed = pieces.every((piece) => /^[\p{Lu}\d]/u.test(piece) && piece.length <= 40);
  return isNamed && (isKnown(last) || states.has(last.replace(/\s+\d{5}$/, '')) || pieces.every(isKnown));
}

const modes =
  /^(?:fully |100 ?% |partly )?(remote|hybrid|on-?site|in[- ]office|home ?office|work from home|wfh)(?:[- ]first|[- ]only|[- ]friendly)?(?:\s*(?:\(.{1,60}\)|(?:in|within|from|[,/–—-])\s*.{1,60}))?$/i;

/** The way of working that a phrase names: `Remote (Europe)`, `Hybrid`, `On-site`; null for what names none. */
export function workModeOf(phrase: string): 'remote' | 'hybrid' | 'on-site' | null {
  const word = modes.exec(phrase.trim())?.[1]?.toLowerCase();
  if (word === undefined) return null;
  if (word === 'hybrid') return 'hybrid';
  return /^(on-?site|in)/.test(word) ? 'on-site' : 'remote';
}
