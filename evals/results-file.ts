import { readFile, writeFile } from 'node:fs/promises';

/**
 * Puts a section into a page of results, between two marks that name it, and leaves the other sections as they are: each
 * measurement writes its own. A section that is not there yet comes last.
 */
export async function writeSection(file: string, name: string, text: string): Promise<void> {
  await writeFile(file, withSection(await readFile(file, 'utf8').catch(() => ''), name, text));
}

export function withSection(page: string, name: string, text: string): string {
  const start = `<!-- ${name} -->`;
  const end = `<!-- end of ${name} -->`;
  const section = `${start}\n${text.trim()}\n${end}`;
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  if (from < 0 || to < from) return `${page.trim()}\n\n${section}\n`.trimStart();
  return page.slice(0, from) + section + page.slice(to + end.length);
}

/**
 * What `npm run eval -- DIR --write` writes. `inside`: DIR as seen from `evals/`; conversations that are there have a section of
 * their own, all others share one.
 */
export function recallSection(inside: string, report: string, now: Date): { name: string; page: string } {
  const isOurs = /^[\w-]+$/.test(inside);
  const folder = isOurs ? `evals/${inside}` : 'DIR';
  const lines = [
    isOurs ? `## Recall of ${folder}` : '# Recall, measured',
    `Made by \`npm run eval -- ${folder} --write\`. Last on ${now.toISOString().slice(0, 10)}. ${
      isOurs
        ? `What they are: [${folder}](${inside}/README.md).`
        : 'The conversations are not part of this project.'
    }`,
    report,
  ];
  return { name: isOurs ? `recall of ${folder}` : 'recall', page: lines.join('\n\n') };
}
