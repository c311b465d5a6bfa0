/** Names of sections that are common in CVs of any field; what others look like is compared with these. */
const standard = new Set(
  `about|about me|academic background|academic history|academic qualifications|accomplishments|achievements|activities
additional experience|additional information|additional skills|affiliations|awards|awards and honors|awards and honours
awards and achievements|board memberships|career history|career objective|career summary|certificates|certifications
certifications and licenses|certifications and licences|clinical experience|clinical rotations|clinical placements|clinical skills
competencies|contact|contact details|contact information|core competencies|core skills|courses|coursework|cv|curriculum vitae
driving licence|earlier experience|education|education and certifications|education and qualifications|education and training
education and licensure|employment|employment history|executive summary|experience|extracurricular activities|grants
hobbies|hobbies and interests|honors|honors and awards|honours|honours and awards|industry experience|interests|internships
internship experience|key achievements|key competencies|key skills|languages|language skills|leadership|leadership experience
licenses|licences|licenses and certifications|licences and certifications|licensure|licensure and certifications|memberships
military experience|military service|objective|open source|other experience|patents|personal details|personal information
personal profile|personal projects|personal statement|placements|portfolio|presentations|professional affiliations
professional background|professional certifications|professional development|professional experience|professional history
professional memberships|professional profile|professional qualifications|professional registration|professional registrations
professional skills|professional summary|profile|project experience|projects|publications|publications and presentations
qualifications|qualifications summary|references|registration|registrations|relevant coursework|relevant experience
relevant skills|research|research experience|research interests|resume|selected projects|selected publications|side projects
skills|skills and abilities|skills and competencies|skills and interests|skills and qualifications|skills and tools|skills summary
skills and technologies|skills and certifications|soft skills|strengths|student teaching|summary|summary of qualifications
student teaching experience|talks|teaching|teaching experience|technical skills|technical proficiencies|technologies|tickets
tools|tools and technologies|training|training and certifications|training and development|transferable skills|volunteer
volunteer experience|volunteer work|volunteering|voluntary work|voluntary experience|work|work and experience|work experience
work history|working experience|additional training|professional training|clinical education|early career|career highlights
selected achievements|licenses and registrations|licences and registrations|availability|equipment|machinery|languages and skills
tools and equipment|equipment and systems|it skills|computer skills|software|systems|education and professional development
honors and activities|awards and recognition|recognition|speaking|community involvement|community service|conferences
profiles|links|summary and objective|key projects|notable projects|technical projects|academic projects|thesis`
    .split(/[|\n]/)
    .map((name) => name.trim()),
);

const plain = (line: string) =>
  line
    .toLowerCase()
    .replace(/^[#>*\s•–—-]+|[\s:*_#–—-]+$/g, '')
    .replace(/\s*(&|\+|\/)\s*/g, ' and ')
    .replace(/\s+/g, ' ')
    .trim();

export const isStandardHeading = (line: string): boolean => standard.has(plain(line));

/**
 * A short line by itself that is marked as a heading: Markdown's, in capitals, or with a colon at its end. The first
 * lines hold the name and its title, which often look the same.
 */
export function looksLikeHeading(line: string, previous: string | undefined, index: number): boolean {
  const text = line.trim();
  if (index < 3 || text.length < 3 || text.length > 40 || text.split(/\s+/).length > 5) return false;
  if (/\d|@|[,;|•]/.test(text)) return false;
  if (/^#{1,2}\s/.test(text)) return true;
  const isAfterBreak = previous !== undefined && previous.trim() === '';
  return isAfterBreak && /\p{Lu}{3}/u.test(text) && text === text.toUpperCase();
}

/** Headings that people invent for the usual sections; a company or a title in capitals is none of them. */
const invented =
  /\b(journey|story|adventure|adventures|path|who i am|what i(?:'|’)?(?:ve|m)?|where i(?:'|’)?(?:ve)?|how i|things i|toolbox|tool ?kit|arsenal|superpowers?|playground|my (?:life|work|world|craft|background|tools|career|skills|education)|i(?:'|’)ve|made of|good at|know how|in a nutshell|hello|hi there|life so far|milestones|chapters?|brain|mission|passions?|bag of tricks|footprints?|trophies|trophy)\b/i;

export const opensKnownSection = (line: string): boolean => invented.test(line);
