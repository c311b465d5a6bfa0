import { chatCompletions, openaiFailure } from './openai-chat.ts';
import { answerEmbeddings } from './openai-embeddings.ts';
import { responses } from './openai-responses.ts';
import { deliver, type RecordedRequest, Script, type Scripted, sendJson, startServer } from './server.ts';

export interface FakeOpenAI {
  /** For OPENAI_BASE_URL and the like; ends in `/v1`. */
  url: string;
  requests: RecordedRequest[];
  /** The next chat answers, in order, on /responses and /chat/completions alike. */
  script(...answers: Scripted[]): void;
  /** What every further chat request gets when the script is used up. */
  always(answer: Scripted): void;
  /** The next answers of /embeddings that are not its usual vectors: `fails`, `hangs`, `sends`. */
  scriptEmbeddings(...answers: Scripted[]): void;
  close(): Promise<void>;
}

export interface FakeOpenAIOptions {
  /** The only key that is taken; any where it is not given. */
  apiKey?: string;
  /** What its embedding model gives by default (1536). */
  dimensions?: number;
  /** The longest input of its embedding model, in tokens of four bytes (8,192). */
  maxTokens?: number;
}

/**
 * A local server that speaks OpenAI's protocols: /v1/embeddings, /v1/responses, /v1/chat/completions
 * (streamed and not), /v1/models. It also stands in for any compatible server.
 */
export async function startFakeOpenAI(options: FakeOpenAIOptions = {}): Promise<FakeOpenAI> {
  const chat = new Script('This is an answer of the fake model.');
  const embeddings: Scripted[] = [];
  const limits = { dimensions: options.dimensions ?? 1536, maxTokens: options.maxTokens ?? 8192 };

  const server = await startServer(async (request, response) => {
    if (options.apiKey && request.headers.authorization !== `Bearer ${options.apiKey}`) {
      const given = request.headers.authorization?.replace('Bearer ', '') ?? '';
      const message = `Incorrect API key provided: ${given}.`;
      return sendJson(response, 401, openaiFailure(401, message, 'invalid_api_key'));
    }
    switch (`${request.method} ${request.path}`) {
      case 'POST /v1/responses':
        return await deliver(chat.take(request), responses, request, response);
      case 'POST /v1/chat/completions':
        return await deliver(chat.take(request), chatCompletions, request, response);
      case 'POST /v1/embeddings': {
        const scripted = embeddings.shift();
        if (!scripted) return answerEmbeddings(request, response, limits);
        return await deliver(new Script(scripted).take(request), chatCompletions, request, response);
      }
      case 'GET /v1/models':
        return sendJson(response, 200, { object: 'list', data: [{ id: 'fake', object: 'model' }] });
      default:
        return sendJson(
          response,
          404,
          openaiFailure(404, `Unknown request URL: ${request.path}`, 'unknown_url'),
        );
    }
  });

  return {
    url: `${server.origin}/v1`,
    requests: server.requests,
    script: (...answers) => chat.add(...answers),
    always: (answer) => chat.always(answer),
    scriptEmbeddings: (...answers) => void embeddings.push(...answers),
    close: server.close,
  };
}
