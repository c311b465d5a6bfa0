import type { ConfidenceReport } from './confidence-run.ts';
import { measureNames, type Summary } from './measures.ts';
import type { ArmReport } from './run.ts';

export interface Report {
  embedding: string;
  database: string;
  conversations: number;
  messages: number;
  arms: ArmReport[];
  /** Of hybrid alone, where it was asked. */
  confidence?: ConfidenceReport;
}

const percent = (value: number) => (value * 100).toFixed(1);

/** A Markdown table, its columns padded so that it reads as well in a terminal. */
export function table(header: string[], rows: string[][]): string {
  const widths = header.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

function row(name: string, summary: Summary): string[] {
  const means = measureNames.map((measure) => percent(summary.measures[measure]!.mean));
  return [name, String(summary.questions), ...means];
}

function intervals(name: string, summary: Summary): string[] {
  const cells = measureNames.map((measure) => {
    const { low, high } = summary.measures[measure]!;
    return `${percent(low)}-${percent(high)}`;
  });
  return [name, ...cells];
}

/** The whole report as Markdown: for each arm the measures in per cent, then how sure they are. */
export function renderReport(report: Report): string {
  const { embedding, database, conversations, messages, arms } = report;
  const parts = [
    `${conversations} conversations, ${messages} messages, on ${database}, embedded by ${embedding}; in per cent. Times are without the embedding of the question.`,
  ];
  for (const arm of arms) {
    const groups = Object.entries(arm.groups);
    const sources = groups.filter(([name]) => !name.includes(' / '));
    parts.push(
      `### ${arm.arm}: median ${arm.medianMs.toFixed(1)} ms a query, p95 ${arm.p95Ms.toFixed(1)} ms`,
      ...Object.entries(arm.degraded).map(
        ([why, count]) => `${count} questions were answered with keywords only: ${why}`,
      ),
      table(
        ['source / category', 'n', ...measureNames],
        groups.map(([name, summary]) => row(name, summary)),
      ),
      table(
        ['95% intervals', ...measureNames],
        sources.map(([name, summary]) => intervals(name, summary)),
      ),
    );
  }
  if (report.confidence) parts.push(...confidence(report.confidence));
  return `${parts.join('\n\n')}\n`;
}

function confidence({ limits, groups }: ConfidenceReport): string[] {
  const header = [
    'source / made unanswerable by',
    'n',
    'AUROC',
    'ECE',
    'left out',
    'silent',
    'evidence kept',
  ];
  const rows = Object.entries(groups).map(([name, summary]) => [
    name,
    `${summary.answerable} + ${summary.unanswerable}`,
    summary.auroc === null ? '-' : summary.auroc.toFixed(3),
    summary.calibrationError.toFixed(3),
    ...[summary.leftOut, summary.silent, summary.evidenceKept].map(percent),
  ]);
  return [
    `### confidence: nothing is told where the best result is below ${limits.best}, nor any result below ${limits.each}`,
    table(header, rows),
  ];
}
