/** What a thread of the desk does (src/kernel/threads.ts). */
export { call as work } from './functions.ts';
