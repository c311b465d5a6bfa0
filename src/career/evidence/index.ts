export { resumeEvidence } from './resume-evidence.ts';
export type { Claim, ClaimKind, EvidenceSource } from './types.ts';
export { unsupportedClaims } from './unsupported-claims.ts';
