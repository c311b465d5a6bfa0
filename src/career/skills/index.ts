export { findSkills } from './find.ts';
export { allSkills, canonicalSkill, impliedSkills, impliesSkill, skillById } from './taxonomy.ts';
export type * from './types.ts';
