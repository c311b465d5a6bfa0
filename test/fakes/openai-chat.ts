import {
  type Content,
  countTokens,
  newId,
  pieces,
  type RecordedRequest,
  type SseEvent,
  type Wire,
} from './server.ts';

/** OpenAI's error body, on every endpoint. */
export function openaiFailure(status: number, message: string, code?: string): unknown {
  const type = status === 401 || status < 500 ? 'invalid_request_error' : 'server_error';
  return { error: { message, type, param: null, code: code ?? null } };
}

const toolCall = ({ name, input }: Content['calls'][number]) => ({
  id: newId('call'),
  type: 'function',
  function: { name, arguments: JSON.stringify(input) },
});

function usage(content: Content, request: RecordedRequest) {
  const prompt_tokens = countTokens(request.body.messages);
  const completion_tokens = countTokens(content.text) + countTokens(content.calls);
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

const finishReason = (content: Content) => (content.calls.length ? 'tool_calls' : 'stop');

/** POST /v1/chat/completions, as OpenAI, Ollama and vLLM speak it. */
export const chatCompletions: Wire = {
  events(content, request) {
    const { model } = request.body;
    const head = { id: newId('chatcmpl'), object: 'chat.completion.chunk', created: 1_700_000_000, model };
    const chunk = (delta: unknown, finish_reason: string | null = null): SseEvent => ({
      data: { ...head, choices: [{ index: 0, delta, finish_reason }] },
    });
    const events = [chunk({ role: 'assistant', content: '' })];
    for (const piece of pieces(content.text)) events.push(chunk({ content: piece }));
    for (const [index, call] of content.calls.map(toolCall).entries()) {
      const { arguments: args, name } = call.function;
      const half = Math.ceil(args.length / 2);
      events.push(chunk({ tool_calls: [{ index, ...call, function: { name, arguments: '' } }] }));
      for (const part of [args.slice(0, half), args.slice(half)]) {
        events.push(chunk({ tool_calls: [{ index, function: { arguments: part } }] }));
      }
    }
    events.push(chunk({}, finishReason(content)));
    events.push({ data: { ...head, choices: [], usage: usage(content, request) } });
    events.push({ data: '[DONE]' });
    return events;
  },
  body: (content, request) => ({
    id: newId('chatcmpl'),
    object: 'chat.completion',
    created: 1_700_000_000,
    model: request.body.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant',
          content: content.text || null,
          ...(content.calls.length ? { tool_calls: content.calls.map(toolCall) } : {}),
        },
        finish_reason: finishReason(content),
      },
    ],
    usage: usage(content, request),
  }),
  failure: openaiFailure,
  streamError: () => ({ data: openaiFailure(500, 'The server had an error', 'server_error') }),
};
