export { ExportThread } from './export-thread.ts';
export { resumeMarkdown } from './markdown.ts';
export { registerExport } from './routes.ts';
