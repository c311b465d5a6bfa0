/*
 * Names that stand where a place could («I moved to Amazon», «I live in Excel») and are none. Tools are known from the
 * taxonomy of skills; of employers only those are listed that many people name without a word that tells what they are.
 */
import { findSkills } from '../skills/index.ts';

const EMPLOYERS =
  "Accenture|Adidas|Adobe|Airbnb|Airbus|Aldi|Allianz|Alphabet|Amazon|AMD|American Express|Apple|Asda|AstraZeneca|AT&T|Audi|Bain|Barclays|BASF|Bayer|BBC|BCG|BlackRock|Bloomberg|BMW|Boeing|Booking.com|Bosch|BP|BT|Capgemini|Cisco|Citi|Citibank|Cognizant|Costco|Credit Suisse|Databricks|Dell|Deloitte|Deutsche Bank|Deutsche Telekom|DHL|eBay|Ericsson|Etsy|EY|Facebook|FedEx|Ford|Foxconn|General Electric|General Motors|GitHub|GitLab|Goldman Sachs|Google|GSK|HSBC|Huawei|IBM|Ikea|Infosys|Instagram|Intel|JPMorgan|JP Morgan|Klarna|KPMG|Lidl|LinkedIn|Lloyds|Lufthansa|Lyft|Maersk|Marriott|McDonald's|McKinsey|Mercedes|Meta|Microsoft|Monzo|Morgan Stanley|NatWest|Nestlé|Netflix|NHS|Nike|Nokia|Novartis|Nvidia|OpenAI|Oracle|PayPal|PepsiCo|Pfizer|Philips|Porsche|PwC|Qualcomm|Revolut|Roche|Rolls-Royce|Ryanair|Sainsbury's|Salesforce|Samsung|SAP|Shell|Shopify|Siemens|Sony|SpaceX|Spotify|Starbucks|Stripe|Target|TCS|Tesco|Tesla|TikTok|Toyota|Twitter|Uber|UBS|Unilever|UPS|Verizon|Visa|Vodafone|Volkswagen|Volvo|Walmart|Wayfair|Wells Fargo|Wipro|Workday|Xiaomi|Yahoo|Zalando";
const employers = new Map(EMPLOYERS.split('|').map((name) => [name.toLowerCase(), name]));

/** A well-known employer as it writes itself; null for every other name. */
export const knownEmployer = (name: string) => employers.get(name.toLowerCase()) ?? null;

/** Programs of everybody's day that no list of skills needs. */
const APPS =
  /^(?:zoom|teams|outlook|gmail|chrome|whatsapp|discord|telegram|signal|chatgpt|claude|gemini|mac|pc|android|ios|windows|obsidian|evernote|todoist|onenote|dropbox|google (?:docs|sheets|drive|calendar)|apple notes|powerpoint|word|meetings?|spreadsheets?|e-?mails?|slides)$/i;

/** Whether a name is a program, a method or anything else that one works with. */
export const isTool = (name: string) =>
  APPS.test(name) || findSkills(`in ${name}`).some(({ as }) => as.length + 2 > name.length);
