import type { Contact } from '../application.ts';

/**
 * What a spreadsheet would run as a formula: = + - @ (also in their full-width forms), tab or CR at the start, also
 * after white space or quotes. Cells that only look like one are covered by the quote that export puts before them.
 */
const formula = /^[\s\u200B-\u200F\u2060']*[=+\-@＝＋－＠\t\r]/;

/** A cell that no spreadsheet takes for a formula. `restored` gives the text back. */
export function neutralised(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** Takes back what `neutralised` (or a spreadsheet's own way of writing text) put before a cell. */
export function restored(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

const contactFields = ['name', 'role', 'email', 'phone', 'note'] as const;

/** People as lines of «name | role | email | phone | note». */
export function contactsCell(contacts: readonly Contact[]): string {
  return contacts
    .map((contact) =>
      contactFields
        .map((field) => escaped(contact[field] ?? ''))
        .join(' | ')
        .replace(/(?: \| )+$/, ''),
    )
    .join('\n');
}

export function contactsFrom(cell: string): Contact[] {
  return cell
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const parts = line.split(/\s*(?<!\\)\|\s*/).map(unescaped);
      const contact: Contact = { name: parts[0] ?? '' };
      for (const [i, field] of contactFields.entries()) if (parts[i]) contact[field] = parts[i];
      if (parts.length === 1 && /^\S+@\S+$/.test(contact.name)) contact.email = contact.name;
      return contact;
    });
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replaceAll(/\r\n|\r|\n/g, '\\n');
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\|n])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));
}
