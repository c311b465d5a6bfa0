/** What a thread that reads postings does (src/kernel/threads.ts). */
export { read as work } from './read.ts';
