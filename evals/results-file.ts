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
