/** Nouns that name what somebody does; a line or a phrase with one of them can be a job's title. */
const english =
  'engineer developer programmer architect scientist analyst manager director designer administrator consultant specialist coordinator co-ordinator assistant associate officer lead head intern internship trainee apprentice technician nurse teacher accountant bookkeeper lawyer attorney counsel paralegal writer editor journalist researcher recruiter representative executive supervisor operator driver chef cook cashier clerk advisor adviser strategist planner producer marketer copywriter sre devops devsecops president vp cto ceo cfo coo cmo cpo ciso partner agent mechanic electrician therapist pharmacist physician doctor dentist veterinarian surgeon professor lecturer tutor instructor trainer coach translator interpreter photographer artist animator illustrator controller auditor buyer fellow fellowship postdoc host barista bartender waiter waitress server receptionist secretary caregiver carer worker welder plumber carpenter painter surveyor statistician economist chemist biologist physicist mathematician psychologist tester qa dba evangelist advocate owner master expert practitioner builder maker generalist ninja guru superintendent foreman dispatcher estimator inspector investigator guard janitor cleaner housekeeper gardener farmer pilot captain steward librarian curator archivist actuary underwriter broker trader banker teller merchandiser stylist dietitian nutritionist paramedic midwife sonographer radiographer hygienist phlebotomist machinist fabricator assembler installer';
const others =
  'entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin werkstudent werkstudentin praktikant praktikantin architekt fachkraft kaufmann kauffrau referent pfleger développeur développeuse ingénieur ingénieure responsable directeur directrice chargé chargée chef stagiaire comptable technicien desarrollador desarrolladora ingeniero ingeniera gerente analista técnico sviluppatore ingegnere responsabile ontwikkelaar adviseur utvecklare desenvolvedor engenheiro programista inżynier';
const roles = new Set(`${english} ${others}`.split(' '));

/** Whether a phrase names a job: `Senior Backend Engineer`, `Head of People`, `Product Owner (m/f/d)`. */
export function namesRole(phrase: string): boolean {
  const words = phrase.toLowerCase().match(/[\p{L}][\p{L}-]*/gu) ?? [];
  return words.some((word) => roles.has(word) || roles.has(word.replace(/s$/, '')) || isCompound(word));
}

/** German writes the role and its subject as one word: `Softwareentwickler`; others join them: `full-stack-developer`. */
function isCompound(word: string): boolean {
  return (
    /(entwickler|ingenieur|leiter|berater|manager|techniker|assistent|pfleger|mechaniker|kraft|kaufmann|kauffrau)(in|innen)?$/.test(
      word,
    ) || word.split('-').some((part) => roles.has(part))
  );
}
