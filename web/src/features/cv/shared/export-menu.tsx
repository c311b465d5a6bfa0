import { ExportMenu as Exports } from '../../../ui/export-menu.tsx';

const formats = [
  ['pdf', 'PDF'],
  ['docx', 'Word (.docx)'],
  ['md', 'Markdown'],
  ['json', 'JSON Resume'],
] as const;

/** The CV as a file, with every accepted change. */
export function ExportMenu({ id }: { id: string }) {
  return (
    <Exports
      formats={formats}
      fileOf={(format) => ({
        path: `/api/cv/${encodeURIComponent(id)}/export?format=${format}`,
        fallbackName: `CV.${format}`,
      })}
    />
  );
}
