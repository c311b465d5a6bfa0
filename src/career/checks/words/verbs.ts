/*
 * Verbs that bullets of CVs begin with, in any field: care, teaching, warehouse and trade, hospitality, office, sales,
 * science, engineering, law, arts. Base forms; the others are made by rule, and the irregular ones are listed.
 */
const regular =
  `abolish accelerate accept accommodate accompany accomplish account achieve acquire act activate adapt add address adhere adjust administer admit adopt advance advertise advise advocate aid align allocate alleviate alter amend analyse analyze anchor animate announce anticipate appeal apply appoint appraise approve arbitrate architect argue arrange articulate assemble assess assign assist assure attain attend attract audit augment author authorise authorize automate award back bake balance bandage bathe batch benchmark bill blend board boost bottle brief broaden broker budget bundle calculate calibrate campaign canvass capture care carry catalog catalogue categorise categorize cater centralise centralize certify chair challenge champion change charge chart check clarify clean clear climb close coach code collaborate collate collect combine command commission communicate compare compete compile complete comply compose compute conceive conceptualise conceptualize condense conduct configure connect conserve consolidate construct consult contact contain contract contribute control convert convey convince cook coordinate co-ordinate copy-edit correct correspond counsel count craft cover critique cultivate curate customise customize cycle-count debug decide decommission decorate decrease dedicate define delegate deliver demonstrate deploy depict describe design detect determine develop devise diagnose differentiate digitise digitize direct disassemble discharge discipline discover dismantle dispatch dispense display dispose dissect distribute diversify document double draft drill earn ease edit educate effect eliminate embed empower enable encourage enforce engage engineer enhance enlarge enlist enroll ensure enter entertain equip escalate escort establish estimate evaluate examine exceed excel execute exercise exhibit expand expedite experiment explain explore export express extend extract fabricate facilitate familiarise familiarize fashion field file fill filter finalise finalize finance fit fix focus follow forecast form formalise formalize formulate forward foster found frame fulfil fulfill function furnish gain garner gather generate govern grade graduate greet groom guarantee guard guide halve handle harvest head help heighten highlight hire honor honour host hypothesise hypothesize identify illustrate immunise immunize implement import improve improvise incorporate increase index influence inform initiate innovate inspect inspire install instill institute instruct insulate integrate interact interpret intervene interview introduce inventory investigate invoice involve iron issue join judge justify label landscape launch lecture lessen level leverage liaise license lift link list listen load lobby localise localize locate log lower machine maintain manage manipulate manoeuvre manufacture map mark market master maximise maximize measure mediate mentor merchandise merge migrate minimise minimize mix mobilise mobilize model moderate modernise modernize modify monitor monetise monetize motivate move multiply narrate navigate negotiate network nominate normalise normalize nurse nurture observe obtain offer onboard open operate optimise optimize orchestrate order organise organize orient originate outline outsource overhaul own pack package paint palletise palletize participate partner patrol perform persuade phase photograph pick pilot pinpoint pioneer place plan plant plaster plate plot polish position post practise practice predict prepare prescribe present preserve press prevent price print prioritise prioritize process procure produce profile program programme project promote prompt proofread propose prospect protect prototype prove provide provision prune publicise publicize publish pump purchase pursue qualify quantify query question raise rank rate rationalise rationalize reach realise realize rearrange reassure recall receive recognise recognize recommend reconcile record recover recruit rectify recycle redesign reduce reengineer re-engineer refactor refer refine refinish refurbish register regulate rehabilitate reinforce relay release relocate remedy remind remodel remove renegotiate renew renovate reorganise reorganize repair repaint replace replenish replicate report reposition represent reproduce request rescue research resolve respond restock restore restructure retail retain retrain retrieve revamp review revise revitalise revitalize reward rotate route safeguard salvage sample sanitise sanitize save scale scan schedule school screen sculpt seal secure segment select separate serve service shape share sharpen shelve shift ship shorten showcase sign simplify simulate sketch slash smooth soften solder solicit solve sort source spearhead specialise specialize specify spur staff stage standardise standardize start steer sterilise sterilize stimulate stock store strategise strategize streamline strengthen stress structure study style submit succeed suggest summarise summarize supervise supplement supply support surpass survey sustain synthesise synthesize systematise systematize tabulate tackle tailor target tend terminate test tile tidy time toilet total track trade train transcribe transfer transform transition translate transport travel treat triage trim triple troubleshoot tune turn tutor type uncover unify unite unload unpack update upgrade upload upsell-to use utilise utilize vaccinate validate value verify view visit visualise visualize volunteer wait warn wash weigh welcome wire work wrap yield zone`.split(
    ' ',
  );

/** Base form: past. */
const irregular: Record<string, string> = {
  be: 'was',
  become: 'became',
  begin: 'began',
  bind: 'bound',
  break: 'broke',
  bring: 'brought',
  broadcast: 'broadcast',
  build: 'built',
  buy: 'bought',
  catch: 'caught',
  choose: 'chose',
  come: 'came',
  cut: 'cut',
  deal: 'dealt',
  dig: 'dug',
  do: 'did',
  draw: 'drew',
  drive: 'drove',
  feed: 'fed',
  fight: 'fought',
  find: 'found',
  fly: 'flew',
  forge: 'forged',
  get: 'got',
  give: 'gave',
  go: 'went',
  grind: 'ground',
  grow: 'grew',
  hang: 'hung',
  have: 'had',
  hear: 'heard',
  hold: 'held',
  keep: 'kept',
  know: 'knew',
  lay: 'laid',
  lead: 'led',
  learn: 'learned',
  leave: 'left',
  lend: 'lent',
  let: 'let',
  make: 'made',
  meet: 'met',
  outperform: 'outperformed',
  outsell: 'outsold',
  oversee: 'oversaw',
  overcome: 'overcame',
  pay: 'paid',
  put: 'put',
  rebuild: 'rebuilt',
  redo: 'redid',
  rewrite: 'rewrote',
  rise: 'rose',
  run: 'ran',
  see: 'saw',
  seek: 'sought',
  sell: 'sold',
  send: 'sent',
  set: 'set',
  sew: 'sewed',
  sing: 'sang',
  speak: 'spoke',
  spend: 'spent',
  spin: 'spun',
  split: 'split',
  spread: 'spread',
  stand: 'stood',
  strike: 'struck',
  sweep: 'swept',
  swim: 'swam',
  take: 'took',
  teach: 'taught',
  tell: 'told',
  think: 'thought',
  throw: 'threw',
  undertake: 'undertook',
  upsell: 'upsold',
  weld: 'welded',
  win: 'won',
  withdraw: 'withdrew',
  write: 'wrote',
  input: 'input',
  forecast: 'forecast',
  shadow: 'shadowed',
  resell: 'resold',
  shoot: 'shot',
  cast: 'cast',
  bend: 'bent',
  wind: 'wound',
};

export type Tense = 'past' | 'present' | 'third' | 'gerund';

const doubled = new Set(
  'plan ship map equip commit refer transfer control program stop trim fit chat log plot compel excel model label travel counsel pilot scan wrap run cut set put get win dig begin swim spin let submit admit format prep cap tag spot drop zip pin'.split(
    ' ',
  ),
);

const forms = new Map<string, { base: string; tenses: Set<Tense> }>();

function learn(form: string, base: string, tense: Tense): void {
  const known = forms.get(form);
  if (known) known.tenses.add(tense);
  else forms.set(form, { base, tenses: new Set([tense]) });
}

for (const base of [...regular, ...Object.keys(irregular)]) {
  learn(base, base, 'present');
  learn(thirdPerson(base), base, 'third');
  for (const form of withEnding(base, 'ing')) learn(form, base, 'gerund');
  if (irregular[base]) learn(irregular[base], base, 'past');
  else for (const form of withEnding(base, 'ed')) learn(form, base, 'past');
}

function thirdPerson(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/** With `ed` or `ing`; both spellings where British and American English differ. */
function withEnding(base: string, ending: 'ed' | 'ing'): string[] {
  if (base.endsWith('e') && !base.endsWith('ee')) return [base.slice(0, -1) + ending];
  if (ending === 'ed' && /[^aeiou]y$/.test(base)) return [`${base.slice(0, -1)}ied`];
  if (doubled.has(base)) return [base + base.at(-1) + ending, base + ending];
  return [base + ending];
}

/** Base forms that are as often nouns, at the head of a bullet too: «Project management», «Staff rota». */
export const nounToo = new Set(
  'account address advance audit author award balance benchmark board boost brief budget bundle business campaign capture care catalog catalogue challenge champion change charge chart check class climb coach code command commission compound contact contract control cook cost council counsel cover craft design display document double draft drill engineer exercise experiment export extract field file filter finance focus forecast form found frame function gain guide head help host impact import increase index influence interview inventory invoice issue iron judge label lead lecture level link list load lobby machine manual map mark market master measure mentor model monitor network nurse offer onboard open order outline pack package partner patrol phase pilot pioneer place plan plant plate plot position post practice present press price process produce profile program programme project prompt prototype pump purchase query question rank rate record recruit repair report request research rescue result retail review reward route sample scale schedule school screen segment service shadow shape share shift ship sign sort source sponsor staff stage stock store stress structure study style supply support survey switch target team test time total track trade train transfer transport travel treat trim tune turn tutor update upgrade use value view visit volunteer wait warehouse wash wire work zone'.split(
    ' ',
  ),
);

/** What a word is as a verb: its base form and the tenses its form can have; null where it is none that is known. */
export function verbForm(word: string): { base: string; tenses: ReadonlySet<Tense> } | null {
  const lower = word.toLowerCase().replace(/’/g, "'");
  const known =
    forms.get(lower) ?? forms.get(lower.replace(/^(?:re|co|pre|over|out|cross|self|up|de|un)-?/, ''));
  if (known) return known;
  // «Deworked»: a past form that is not in the list; nouns and adjectives seldom end so.
  if (/^[a-z-]{3,}ed$/.test(lower) && !notVerbs.has(lower)) {
    return { base: lower.replace(/(?:i?ed)$/, ''), tenses: new Set(['past']) };
  }
  return null;
}

const notVerbs = new Set(
  'need speed seed indeed advanced experienced skilled dedicated detailed talented qualified certified licensed registered accredited hundred biomed motivated organised organized varied united bed limited'.split(
    ' ',
  ),
);
