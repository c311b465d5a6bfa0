import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';

/** Before the bench adds its own. */
const loadAtStart = os.loadavg()[0]!;

const file = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const title =
  '# Measurements\n\nEach section was written by the command that it names, on the machine that it names.\n';

/** What a figure means without its machine, and what that was doing besides: nothing. */
export function machine(): string {
  const cpus = os.cpus();
  const load = loadAtStart.toFixed(1);
  const gigabytes = Math.round(os.totalmem() / 1024 ** 3);
  return `${cpus[0]?.model.trim() ?? 'unknown CPU'}, ${cpus.length} cores, ${gigabytes} GB, Node ${process.versions.node}, load ${load}`;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Replaces the section of this name, or adds it at the end; the others stay as they are. */
export function writeSection(name: string, body: string, command: string): void {
  const date = new Date().toISOString().slice(0, 10);
  const section = `## ${name}\n\n\`${command}\`, ${date}, on ${machine()}\n\n${body.trim()}\n`;
  const sections = existing().filter((one) => !one.startsWith(`## ${name}\n`));
  writeFileSync(file, [title, ...sections, section].join('\n'));
}

function existing(): string[] {
  try {
    const parts = readFileSync(file, 'utf8').split(/^(?=## )/m);
    return parts.filter((part) => part.startsWith('## ')).map((part) => `${part.trim()}\n`);
  } catch {
    return [];
  }
}
