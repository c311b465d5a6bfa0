import type { Letter } from '../../api/schema.d.ts';
import { ExportMenu as Exports } from '../../ui/export-menu.tsx';

const formats = [
  ['pdf', 'PDF'],
  ['docx', 'Word (.docx)'],
  ['md', 'Markdown'],
  ['txt', 'Plain text'],
] as const;

/** This version of the letter as a file. */
export function ExportMenu({ letter: { id } }: { letter: Letter }) {
  return (
    <Exports
      formats={formats}
      fileOf={(format) => ({
        path: `/api/letters/${encodeURIComponent(id)}/export?format=${format}`,
        fallbackName: `Letter.${format}`,
      })}
    />
  );
}
