export { resumeMarkdown } from './markdown.ts';
export { registerExport } from './routes.ts';
