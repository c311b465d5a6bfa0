export { findJob, type JobFilter, listJobs } from './find.ts';
export { type ImportResult, importJobs } from './import.ts';
export type { Job, JobSource, JobStatus } from './job.ts';
export { inPlaceReader } from './reading/read-text.ts';
export { suspiciousPassages } from './reading/suspicious.ts';
export { removeJob } from './remove.ts';
export { type JobsDeps, registerJobs } from './routes.ts';
export { type JobInput, type JobParts, type SavedJob, saveJob } from './save.ts';
export { createPostingTools, type PostingTools, type PostingToolsOptions } from './tools.ts';
