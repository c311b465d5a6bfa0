import { allChecks } from './catalogue.ts';
import { type CvFacts, factsOf } from './facts.ts';
import type { Check, CheckGroup, CheckInput, CheckResult, GroupResult } from './types.ts';

/** The findings that one check shows; a check of a long CV may have hundreds. */
const MOST_FINDINGS = 50;

/** What every check says of a CV, by group. The same input gives the same answer. */
export function runChecks(input: CheckInput): Record<CheckGroup, GroupResult> {
  const facts = factsOf(input);
  return { readability: groupOf('readability', facts), writing: groupOf('writing', facts) };
}

function groupOf(group: CheckGroup, facts: CvFacts): GroupResult {
  const checks = allChecks.filter((check) => check.group === group).map((check) => resultOf(check, facts));
  const assessed = checks.filter(({ passed }) => passed !== null);
  return { passed: assessed.filter(({ passed }) => passed).length, total: assessed.length, checks };
}

function resultOf({ run, group: _group, ...about }: Check, facts: CvFacts): CheckResult {
  const outcome = run(facts);
  const findings = outcome.passed === false ? outcome.findings.slice(0, MOST_FINDINGS) : [];
  return {
    ...about,
    passed: outcome.passed,
    message: outcome.message,
    action: outcome.passed === false ? outcome.action : null,
    pointer: findings[0]?.pointer ?? null,
    spans: findings.flatMap(({ spans }) => spans),
    findings,
  };
}

const weight = { high: 0, medium: 1, low: 2 } as const;

/** What failed, the weightiest first. */
export function failures(...groups: readonly GroupResult[]): CheckResult[] {
  return groups
    .flatMap(({ checks }) => checks.filter(({ passed }) => passed === false))
    .sort((a, b) => weight[a.severity] - weight[b.severity]);
}
