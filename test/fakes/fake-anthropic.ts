import {
  type Content,
  countTokens,
  deliver,
  newId,
  pieces,
  type RecordedRequest,
  Script,
  type Scripted,
  type SseEvent,
  sendJson,
  startServer,
  type Wire,
} from './server.ts';

export interface FakeAnthropic {
  /** For ANTHROPIC_BASE_URL; ends in `/v1`. */
  url: string;
  requests: RecordedRequest[];
  /** The next answers, in order. */
  script(...answers: Scripted[]): void;
  /** What every further request gets when the script is used up. */
  always(answer: Scripted): void;
  close(): Promise<void>;
}

const ERROR_TYPES: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};

function failure(status: number, message: string, type = ERROR_TYPES[status] ?? 'api_error'): unknown {
  return { type: 'error', error: { type, message }, request_id: newId('req') };
}

const toolUse = ({ name, input }: Content['calls'][number]) => ({
  type: 'tool_use',
  id: newId('toolu'),
  name,
  input,
});

function messageOf(content: Content, request: RecordedRequest) {
  const calls = content.calls.map(toolUse);
  return {
    id: newId('msg'),
    type: 'message',
    role: 'assistant',
    model: request.body.model,
    content: [...(content.text ? [{ type: 'text', text: content.text }] : []), ...calls],
    stop_reason: calls.length ? 'tool_use' : 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: countTokens(request.body.messages), output_tokens: countTokens(content.text) },
  };
}

const messages: Wire = {
  events(content, request) {
    const message = messageOf(content, request);
    const events: SseEvent[] = [];
    const push = (type: string, fields: object = {}) => {
      events.push({ event: type, data: { type, ...fields } });
    };
    push('message_start', { message: { ...message, content: [], stop_reason: null } });
    push('ping');
    for (const [index, block] of message.content.entries()) {
      const delta = (fields: object) => push('content_block_delta', { index, delta: fields });
      if ('text' in block) {
        push('content_block_start', { index, content_block: { type: 'text', text: '' } });
        for (const text of pieces(block.text)) delta({ type: 'text_delta', text });
      } else {
        const json = JSON.stringify(block.input);
        const half = Math.ceil(json.length / 2);
        push('content_block_start', { index, content_block: { ...block, input: {} } });
        for (const partial_json of ['', json.slice(0, half), json.slice(half)]) {
          delta({ type: 'input_json_delta', partial_json });
        }
      }
      push('content_block_stop', { index });
    }
    const { stop_reason, stop_sequence, usage } = message;
    push('message_delta', {
      delta: { stop_reason, stop_sequence },
      usage: { output_tokens: usage.output_tokens },
    });
    push('message_stop');
    return events;
  },
  body: messageOf,
  failure,
  streamError: () => ({ event: 'error', data: failure(529, 'Overloaded') }),
};

/** A local server that speaks Anthropic's protocol: /v1/messages, streamed and not, with tools. */
export async function startFakeAnthropic(options: { apiKey?: string } = {}): Promise<FakeAnthropic> {
  const script = new Script('This is an answer of the fake model.');
  const server = await startServer(async (request, response) => {
    if (options.apiKey && request.headers['x-api-key'] !== options.apiKey) {
      return sendJson(response, 401, failure(401, 'invalid x-api-key'));
    }
    if (!request.headers['anthropic-version']) {
      return sendJson(response, 400, failure(400, 'anthropic-version: header is required'));
    }
    if (`${request.method} ${request.path}` !== 'POST /v1/messages') {
      return sendJson(response, 404, failure(404, 'Not found'));
    }
    if (typeof request.body.max_tokens !== 'number') {
      return sendJson(response, 400, failure(400, 'max_tokens: Field required'));
    }
    return await deliver(script.take(request), messages, request, response);
  });
  return {
    url: `${server.origin}/v1`,
    requests: server.requests,
    script: (...answers) => script.add(...answers),
    always: (answer) => script.always(answer),
    close: server.close,
  };
}
