import { readConfig } from '../src/config/index.ts';
import { createContext } from '../src/context.ts';
import { serve } from '../src/http/index.ts';
import { stubEngine } from './corpus/vectors.ts';

/*
 * The server as `start` runs it, but for the engine: BENCH_ENGINE_MS puts a stub in its place that takes so many
 * milliseconds a call. A process of its own, so that the callers do not share its event loop.
 */
const delay = process.env.BENCH_ENGINE_MS;
const config = readConfig(process.env, { cwd: process.cwd() });
const context = createContext(config, delay === undefined ? {} : { embedding: stubEngine(Number(delay)) });
await serve(context);
