/**
 * The small word lists the analysis needs. Data, no logic: kept apart so that `tokens.ts` and `analyze.ts` stay readable.
 */

const list = (words: string) => words.trim().split(/\s+/);

/**
 * Words that carry no subject of their own: they are neither stored nor asked for. Shorter than most lists: `never`,
 * `before`, `first` or `together` do tell memories apart, and rare enough stop words cost little beside BM25's idf.
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  list(`
  a an the and or but nor if of to in on at by for with from into onto as than that this these those it its itself
  i me my mine myself you your yours yourself he him his himself she her hers herself we us our ours ourselves
  they them their theirs themselves one ones
  am is are was were be been being do does did doing done have has had having will would shall should can could
  might must ought not no so too very just also then there here what which who whom whose when where why how
  up out about any some such each both more most other own same only all again further once because while until
  im ive id ill youre youve youd youll hes shes theyre theyve theyll weve were well thats whats lets dont didnt doesnt
  isnt arent wasnt werent wont wouldnt cant couldnt shouldnt havent hasnt hadnt
  yes yeah yep ok okay oh hey hi hello wow hmm um uh gonna wanna gotta kinda sorta
`),
);

/**
 * Words of a question that say what sort of answer is wanted rather than what it is about («what kind of», «according
 * to», «did I mention»). Still looked up, at a fraction of the weight: in a message they are mere chance.
 */
export const ASKING_WORDS: ReadonlySet<string> = new Set(
  list(`
  kind type sort name way thing many much long often time say said tell told mention mentioned discuss discussed
  describe described according various different specific specifically particular main certain tend think thought feel
  feeling felt like likely would give given recently recent current currently get got go went make made take took
  plan planned consider considered use used used become share shared
  across throughout conversation conversations message messages order walk bring brought item items aspect aspects
  comprehensive complete summary summarize overview please remember remind know ever
`),
);

/** Irregular forms, each line «base: forms». Porter strips endings only, so «went» would never find «go». */
const IRREGULAR = `
be: been; become: became; begin: began begun; bend: bent; bet: bets; bite: bit bitten; blow: blew blown; break: broke broken;
bring: brought; build: built; burn: burnt; buy: bought; catch: caught; choose: chose chosen; come: came; deal: dealt;
dig: dug; draw: drew drawn; dream: dreamt; drink: drank drunk; drive: drove driven; eat: ate eaten; fall: fell fallen;
feed: fed; feel: felt; fight: fought; find: found; fly: flew flown; forget: forgot forgotten; forgive: forgave forgiven;
freeze: froze frozen; get: got gotten; give: gave given; go: went gone; grow: grew grown; hang: hung; hear: heard;
hide: hid hidden; hold: held; keep: kept; know: knew known; lay: laid; lead: led; leave: left; lend: lent; lie: lain;
light: lit; lose: lost; make: made; mean: meant; meet: met; pay: paid; ride: rode ridden; ring: rang rung; rise: rose risen;
run: ran; say: said; see: saw seen; seek: sought; sell: sold; send: sent; shake: shook shaken; shine: shone;
shoot: shot; show: shown; sing: sang sung; sink: sank sunk; sit: sat; sleep: slept; speak: spoke spoken; spend: spent;
stand: stood; steal: stole stolen; stick: stuck; strike: struck; swear: swore sworn; sweep: swept; swim: swam swum;
take: took taken; teach: taught; tear: tore torn; tell: told; think: thought; throw: threw thrown;
understand: understood; wake: woke woken; wear: wore worn; win: won; write: wrote written; withdraw: withdrew withdrawn;
retake: retook retaken; rewrite: rewrote rewritten; rebuild: rebuilt; undergo: underwent undergone; overcome: overcame;
child: children; person: people persons; man: men; woman: women; foot: feet; tooth: teeth; mouse: mice; wife: wives;
life: lives; knife: knives; leaf: leaves; shelf: shelves; half: halves; story: stories; hobby: hobbies
`;

/**
 * Everyday words for the same thing. Few and safe ones: each pair must hold in nearly every sentence, since the form
 * written is lost to the index.
 */
const SAME = `
mother: mom mum mommy mama; father: dad daddy papa; grandmother: grandma granny nana; grandfather: grandpa granddad;
child: kid kids kiddo; photo: photograph picture pic photos pics pictures; television: tv; resume: cv curriculum-vitae;
refrigerator: fridge; bicycle: bike; family: fam; application: app; vacation: holiday; movie: film; apartment: flat;
wage: salary pay compensation; laboratory: lab; mathematics: math maths; veterinarian: vet; favorite: favourite fave;
color: colour; organization: organisation; advertisement: ad advert; temperature: temp; business: biz;
`;

function table(text: string): [string, string][] {
  return text.split(';').flatMap((line) => {
    const [base, forms] = line.trim().split(':');
    return forms ? list(forms).map((form): [string, string] => [form, base!.trim()]) : [];
  });
}

export const IRREGULAR_FORMS: ReadonlyMap<string, string> = new Map(table(IRREGULAR));
export const SAME_WORDS: ReadonlyMap<string, string> = new Map(table(SAME));
