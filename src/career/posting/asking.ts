import type { SectionKind } from './types.ts';

/** What is written into every posting and asks nothing of anyone's skills. */
export const boilerplate =
  /\b(?:equal (?:employment )?opportunit|regardless of|without regard to|(?:gender|sexual) (?:identity|orientation)|reasonable (?:accommodation|adjustment)|e-verify|all qualified applicants|affirmative action|protected (?:veteran|class|status|characteristic)|national origin|we (?:celebrate|welcome|embrace|value) divers|privacy (?:policy|notice)|background check|drug (?:test|screen)|to apply|send (?:us )?your (?:cv|resume)|submit your|cover letter|apply (?:now|today|online|via|by|here)|click|recruitment agenc)/i;

const direct =
  /\b(?:must (?:have|hold|be|possess|know|speak)|(?:is|are) (?:required|essential|mandatory|a must)|(?<!\b(?:as|when|where|if)\s)required[:.;,)]|mandatory|essential[:)]|you(?:['’]ll)? (?:have|bring|need|know|hold|possess|should have|must|are (?:a |an )?(?:fluent|familiar|proficient|experienced|licensed|qualified|certified|comfortable|skilled|confident))|you['’]ve (?:got|worked|built|used|spent|run|led|managed|done)|your (?:background|experience|toolkit|skills) (?:include|should))\b|(?:\d|two|three|four|five)\+?(?:\s*(?:to|-|–)\s*\w+)? (?:years?|yrs?)['’]?(?: of\b|(?: [\w-]+){0,5} (?:experience|in an?|in the|as an?|working))|\bsecond nature\b|you know (?:your way|how to|what)/i;
const broad =
  /\b(?:requires?\b|experience (?:with|in|of|as|using|working|on)\b|experienced (?:in|with)|proficien\w+|(?:good|strong|solid|deep|working|basic|sound) (?:knowledge|understanding|grasp|command|background|experience|skills)|knowledge of|familiar(?:ity)? with|fluen(?:t|cy)|background in|(?:degree|diploma) in|licen[cs]e|certificate|certified|qualified|(?:ability|able) to|comfortable with|expertise (?:in|with)|skilled (?:in|with|at)|hands-on|track record|understanding of|should (?:have|be|know)|who (?:has|have|knows?|can|is|are|speaks?)|if you (?:have|know|are|can|love|speak|['’]?ve)|(?:candidate|applicant|person)s? (?:will|should|must|with|has|have)|we(?: also)? (?:need|require|expect|ask|want)|we['’]re after|need(?:ed|s)?\b|looking for (?:someone|somebody|people|a\b.{3,60}\bwith\b)|ideally|preferably|preferred|a plus|bonus|nice to have|desirable|advantage)/i;

const ofTheCompany =
  /^(?:we(?:['’]re| are|['’]ve| have| build| make| help| serve| provide| offer| believe|['’]ll)|our (?:company|customers|clients|platform|mission|product|team|services)|founded|established|since \d{4}|with (?:over|more than) \d)/i;

/** Whether a clause of this section asks for something. */
export function asks(clause: string, section: SectionKind): boolean {
  if (boilerplate.test(clause) || /^we (?:can |also |do )?(?:offer|provide)\b/i.test(clause)) return false;
  switch (section) {
    case 'required':
    case 'preferred':
      return true;
    case 'legal':
    case 'benefits':
    case 'apply':
      return false;
    case 'about':
    case 'responsibilities':
      return direct.test(clause) && !ofTheCompany.test(clause);
    default:
      return (
        direct.test(clause) ||
        (broad.test(clause) &&
          (!ofTheCompany.test(clause) ||
            /\bwe(?:['’]re| are)? (?:also )?(?:need|require|expect|ask|want|look)/i.test(clause)))
      );
  }
}

/** Whether what a clause names, without asking, belongs to the work: the company's own praise does not. */
export function describesWork(clause: string, section: SectionKind): boolean {
  if (boilerplate.test(clause)) return false;
  if (section === 'responsibilities') return true;
  return (section === 'intro' || section === 'other') && !ofTheCompany.test(clause);
}
