/** Openers that name a duty where a reader looks for a deed. */
export const weakOpeners: readonly RegExp[] = [
  /^(?:i\s+)?(?:was|am|been|were)?\s*(?:also\s+|mainly\s+|primarily\s+|solely\s+|fully\s+)?responsible\s+for\b/i,
  /^(?:my\s+|main\s+|key\s+|daily\s+|primary\s+|general\s+|other\s+|job\s+)*(?:duties|responsibilities|tasks|role)\s+(?:were|was|are|is|include[ds]?|including|involved|consisted)\b/i,
  /^(?:was\s+)?(?:tasked|charged|entrusted)\s+with\b/i,
  /^(?:was\s+|am\s+)?in\s+charge\s+of\b/i,
  /^(?:was\s+)?involved\s+(?:in|with)\b/i,
  /^participat(?:ed|ing|e|es)\s+in\b/i,
  /^work(?:ed|ing|s)?\s+on\b/i,
  /^help(?:ed|ing|s)?\s+(?:to|with|out|in)\b/i,
  /^assist(?:ed|ing|s)?\s+(?:with|in)\b/i,
  /^(?:was\s+)?accountable\s+for\b/i,
  /^(?:had|have|has)\s+(?:to|responsibility|experience)\b/i,
  /^(?:got|gained|have)\s+(?:experience|exposure)\b/i,
  /^exposed\s+to\b/i,
  /^familiar(?:ity)?\s+with\b/i,
  /^duties\s*:/i,
];

/** What everybody says of themselves. */
export const cliches =
  `team player|team-player|hard-working|hard worker|hardworker|detail-oriented|detail-orientated|attention to detail is my|results-driven|results-oriented|result-oriented|goal-oriented|self-starter|self-motivated|highly motivated|go-getter|think outside the box|thinking outside the box|outside-the-box thinker|proven track record|track record of success|fast learner|quick learner|fast-paced environment|excellent communication skills|strong communication skills|good communication skills|great communication skills|people person|multi-tasker|works well under pressure|work well under pressure|works well independently|dynamic individual|dynamic professional|passionate about|strong work ethic|strategic thinker|problem solver|natural leader|born leader|bottom-line oriented|can-do attitude|hit the ground running|go above and beyond|going above and beyond|goes above and beyond|give 110%|wear many hats|wearing many hats|seasoned professional|perfectionist|jack of all trades|rockstar|rock star|ninja|guru|wizard|highly organised individual|highly organized individual|enthusiastic individual|motivated individual|hard-working individual|wealth of experience|extensive experience in all`.split(
    '|',
  );

/** Words of the office that say less than they seem to. */
export const buzzwords =
  `synergy|synergies|synergize|synergise|leverage|leveraged|leveraging|utilize|utilized|utilizing|utilise|utilised|utilising|best-of-breed|best-in-class|world-class|cutting-edge|bleeding-edge|state-of-the-art|next-generation|next-gen|game-changer|game-changing|paradigm|paradigm shift|disruptive|disrupt|disrupting|holistic|holistically|ideate|ideation|thought leader|thought leadership|value-add|value-added|move the needle|low-hanging fruit|circle back|deep dive|mission-critical|win-win|ecosystem|ecosystems|innovative|innovation-driven|dynamic|visionary|transformational|transformative|seamless|seamlessly|turnkey|robust|impactful|actionable|empower|empowering|empowered|solutioning|operationalize|operationalise|incentivize|incentivise|core competency|bandwidth|right-size|growth hacking|growth hacker|customer-centric|client-centric|data-driven|forward-thinking|proactive|proactively|results-focused|strategically|strategic vision|stakeholder alignment|end-to-end solutions|full-spectrum|unparalleled|unrivalled|unrivaled|revolutionary|revolutionized|revolutionised|supercharge|supercharged|elevate|elevated|elevating|harness|harnessed|harnessing`.split(
    '|',
  );

/** Words for an amount that name none. */
export const vagueAmounts =
  `various|several|numerous|a number of|multiple|many|a lot of|lots of|a variety of|a wide range of|a broad range of|countless|etc|and so on|and more|some of the|quite a few|significantly|substantially|considerably|greatly|dramatically|drastically`.split(
    '|',
  );

/** Addresses that were made for friends. */
export const unprofessionalEmail =
  /(?:sexy|hot(?!el|mail)|babe|baby|princess|queen|king(?=\d|_|of)|angel\d|cutie|sweet(?:ie|heart)|party|drunk|beer|weed|420|69(?!\d)|kill(?!ian|een)|ninja|gamer|swag|boss|lover|bitch|badass|devil|demon|crazy|partygirl|rockstar|unicorn|dragon|l33t|xx+|noreply|yolo|playa|pimp|thug|gangsta|hunk|stud(?!i|e)|flirt|naughty|kitty|barbie|superman|batman)/i;
