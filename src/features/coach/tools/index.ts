import { applicationTools } from './applications.ts';
import { changeTools } from './changes.ts';
import { cvTools } from './cvs.ts';
import type { ToolsGiven } from './given.ts';
import { jobTools } from './jobs.ts';
import { letterTools } from './letters.ts';
import { memoryTools } from './memory.ts';
import { promiseTools } from './promises.ts';

/** What the agent may look up and do by itself. Whatever a tool returns joins the answer's sources. */
export function coachTools(given: ToolsGiven) {
  return {
    ...memoryTools(given),
    ...cvTools(given),
    ...jobTools(given),
    ...applicationTools(given),
    ...promiseTools(given),
    ...changeTools(given),
    ...letterTools(given),
  };
}
