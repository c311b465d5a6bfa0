import { singular } from './words.ts';

/*
 * Words that begin sentences of CVs and letters without being names. A capital at the start of a sentence says nothing,
 * so a word there is taken for a name only where it is neither one of these nor shaped like an ordinary word.
 */

const COMMON = new Set(
  `i a an the this that these those my our your their his her its we you they he she it who what when where which why how
  in on at by for from with within without to of as up out over under after before during since until through across
  between among via per and or but so yet nor if while although because not no all any both each every few many more most
  other some such only own same than too very can will just now here there then also again once
  led lead built build grew grow drove drive ran run cut made make took take won win wrote write kept keep held hold set
  put got gave give began begin came went saw oversaw oversee brought bought sold sell taught teach spoke speak sent send
  spent spend rebuilt rewrote rewrite chose chosen found fought strove sought dealt left lost met paid shot stood
  undertook undertake upheld withstood won wound underwent forecast broadcast cast shed split hit read spun spearhead
  head help work use own ship launch create design develop manage deliver improve reduce increase raise lower support
  maintain plan test train coach mentor hire recruit review report present analyse analyze collaborate partner coordinate
  conduct drive enable ensure establish facilitate guide handle identify implement initiate integrate introduce migrate
  monitor negotiate operate optimise optimize organise organize prepare produce promote provide refactor resolve save
  scale secure serve simplify solve streamline transform translate turn write win
  strong senior junior experienced expert skilled proven passionate dedicated creative motivated results detail hands
  full part time team user users customer customers client clients data product products project projects software
  hardware backend frontend engineer engineers developer developers manager director analyst designer consultant
  architect scientist teacher nurse accountant administrator specialist officer assistant associate intern student
  graduate leader member owner founder volunteer professional people staff business company market sales marketing
  finance research quality code web mobile cloud network system systems service services platform platforms tool tools
  process processes key core main top high low new old big large small good great best better fast slow early late daily
  weekly monthly quarterly yearly annual annually first second third last next previous current former recent
  responsible accountable proficient fluent familiar comfortable able capable ready open keen eager curious reliable
  calm clear simple complex critical major minor various several multiple different numerous including summary profile
  experience education skills skill achievements awards interests languages references publications certificates
  responsibilities highlights objective about contact technologies technology stack tech environment tasks role roles
  results result impact outcome goal goals budget revenue costs cost growth value time days weeks months years year month
  week day hours cross end front back real global local regional national international remote hybrid on-site
  successful effective efficient independent analytical strategic technical commercial operational financial legal
  dear sincerely regards yours thank thanks hello hi please yes
  one two three four five six seven eight nine ten twenty thirty hundred thousand million dozens hundreds thousands
  bug bugs test tests api apis page pages build builds release releases feature features error errors incident incidents
  latency downtime uptime performance security reliability availability throughput load traffic memory storage
  design designs training support planning hiring writing reading speaking
  throughput reach call ask add move change check close start stop finish continue leave follow apply adapt address
  advise advocate align allocate approve arrange assemble assess assign assure audit award balance book boost brief
  calculate care catch chair champion clean collect combine communicate compare compile compose compute configure
  consolidate construct consult contribute control convert cook correct craft cultivate customise customize debug decide
  decrease define delegate deploy derive detect determine devise diagnose direct discover discuss dispatch display
  distribute document draft draw double triple halve earn educate eliminate empower encourage enforce engage enhance
  enjoy enrich evaluate examine exceed execute expand expedite explain explore extend extract feed field figure file fill
  filter fix foster frame fulfil fulfill fund gain gather govern grant group grow halt hunt illustrate influence inform
  innovate inspect inspire install instruct interpret interview invent invest investigate join judge launch learn lecture
  leverage lift list listen log look love market master maximise maximize measure mediate meet mentor merge minimise
  minimize mobilise mobilize model moderate modernise modernize motivate name navigate notice nurture observe obtain
  offer onboard orchestrate order outperform outsource oversee own pack participate patch perform persuade pilot pioneer
  pitch place play practise practice predict prefer presented prevent price prioritise prioritize process procure program
  prototype prove publish pursue quantify question raise rank rate reach realise realize rebuild receive recognise
  recognize recommend reconcile record recover redesign refine reform regain register regulate rehearse release remove
  reorganise reorganize repair replace represent request research reshape resolve respond restore restructure retain
  retrain retrieve return revamp reverse revise revive revitalise route sample schedule score screen search select seek
  separate set settle shape share show sign simulate sketch slash spark specify speed sponsor spot staff standardise
  standardize steer stimulate store strategise strengthen structure study submit substitute succeed suggest summarise
  summarize supervise supply surpass survey sustain synthesise tailor target thrive tighten together tour trace track
  trade transfer transition treat trim troubleshoot try tune tutor uncover unify unite update upgrade utilise utilize
  validate value verify visit visualise volunteer want warn watch weigh widen win work
  accuracy accounts adoption alerts analysis analytics app apps architecture area attention audience award background base
  basis benefits board brand campaign campaigns career cash category certificate chain challenge challenges change channel
  class clinic clinical code collaboration colleagues commerce community companies concept conference content context
  contract contracts control conversion corporate course courses coverage culture database databases deadline deadlines
  deals debt degree demand department deployment deployments depth device devices digital dashboard dashboards direct
  discipline domain education effort emergency energy enterprise equipment event events evidence exam expense extensive
  external facility families feedback final focus food form foundation framework frameworks function general government
  group groups health healthcare history home hospital host human idea ideas industrial industry infrastructure interface
  internal international inventory issue issues job jobs journal kitchen knowledge lab label land large law learner lesson
  lessons level library life line lines list logistics long loss machine management manual margin materials mechanical
  media medical member method methods metrics mid migration migrations mission model models modern money monitoring motion
  natural need network office on-call onboarding online open operations option options order orders organisation origin
  output overall packages partner partners patient patients payment payments pipeline pipelines plan plans plant point
  policy portfolio position power press pricing primary print private problem problems procedure production profit
  program programme programs progress proposal prototype public pupils purpose quality quick range rare rate rates raw
  record records regular relations reports request requests resource resources response restaurant retail retention
  retired review reviews risk risks rollout room root routine safety sales satisfaction savings scale scheme school
  schools science season section security sense sensitive series server servers session sessions shift shop short side
  single site sites size social society solid solution solutions source space special spending sprint staff stakeholder
  stakeholders standard standards state status step steps stock storage store stores story student students studies
  subject suite supplier suppliers supply table talent target targets taxes teachers term testing text theory thesis ticket
  tickets title topics total trade traffic transport travel treatment trend true turnover type unit units university
  useful vendor vendors version video view vision visual voice volume waste water web whole wide women word words workflow
  workflows workplace workshop workshops world worldwide young`
    .split(/\s+/)
    .filter(Boolean),
);

const ORDINARY_SHAPE =
  /^[a-z]{2,}(?:ed|ing|ly|tion|tions|ment|ments|ness|ive|ous|ful|able|ible|ities|ity|ance|ence|ised|ized|wide)$/;
const NAMES_OF_THAT_SHAPE = new Set([
  'boeing',
  'booking',
  'reed',
  'ted',
  'ring',
  'bing',
  'king',
  'fred',
  'wing',
  'reading',
  'trinity',
  'unity',
  'affinity',
  'xing',
  'ping',
  'beijing',
  'chongqing',
  'nanjing',
]);

/** Whether a word (folded, as it is written otherwise) is likely no name although it begins with a capital. */
export function isOrdinary(word: string): boolean {
  if (COMMON.has(word) || COMMON.has(singular(word))) return true;
  return word.length >= 5 && ORDINARY_SHAPE.test(word) && !NAMES_OF_THAT_SHAPE.has(word);
}
