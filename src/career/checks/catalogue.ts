import { contactChecks } from './readability/contact.ts';
import { dateChecks } from './readability/dates.ts';
import { fileChecks } from './readability/file.ts';
import { historyChecks } from './readability/history.ts';
import { honestyChecks } from './readability/honesty.ts';
import { lengthChecks } from './readability/length.ts';
import { sectionChecks } from './readability/sections.ts';
import { textChecks } from './readability/text.ts';
import type { Check } from './types.ts';
import { bulletChecks } from './writing/bullets.ts';
import { personalChecks } from './writing/personal.ts';
import { profileChecks } from './writing/profile.ts';
import { verbChecks } from './writing/verbs.ts';
import { wordingChecks } from './writing/wording.ts';

/**
 * Raised with every change of what a check asks for, its threshold or its severity: results of two versions are not
 * compared.
 */
export const RUBRIC_VERSION = 'cv-checks-1';

/** Every check, in the order in which they are shown. */
export const allChecks: readonly Check[] = [
  ...fileChecks,
  ...textChecks,
  ...honestyChecks,
  ...contactChecks,
  ...sectionChecks,
  ...dateChecks,
  ...historyChecks,
  ...lengthChecks,
  ...bulletChecks,
  ...verbChecks,
  ...wordingChecks,
  ...profileChecks,
  ...personalChecks,
];
