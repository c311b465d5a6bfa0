import { allChecks, RUBRIC_VERSION } from './catalogue.ts';
import type { Check, CheckGroup } from './types.ts';

const headings: Record<CheckGroup, string> = {
  readability: 'Readability: can programs and people read it',
  writing: 'Writing: is it well told',
};

const cell = (text: string) => text.replaceAll('|', '\\|');

const row = ({ id, severity, title, meaning, source }: Check) =>
  `| \`${id}\` | ${severity} | ${cell(title)} | ${cell(meaning)} | ${cell(source ?? 'common practice')} |`;

/** All checks as Markdown tables, for docs/cv-checks.md: one a group. */
export function checksTable(): string {
  const tables = (['readability', 'writing'] as const).map((group) => {
    const rows = allChecks.filter((check) => check.group === group).map(row);
    const head = '| id | severity | what is asked | why it matters | source |\n|---|---|---|---|---|';
    return `### ${headings[group]} (${rows.length})\n\n${head}\n${rows.join('\n')}`;
  });
  return `${allChecks.length} checks, \`${RUBRIC_VERSION}\`.\n\n${tables.join('\n\n')}\n`;
}
