import { openaiFailure } from './openai-chat.ts';
import {
  type Content,
  countTokens,
  newId,
  pieces,
  type RecordedRequest,
  type SseEvent,
  type Wire,
} from './server.ts';

const message = (text: string) => ({
  type: 'message',
  id: newId('msg'),
  role: 'assistant',
  status: 'completed',
  content: [{ type: 'output_text', text, annotations: [] }],
});

const functionCall = ({ name, input }: Content['calls'][number]) => ({
  type: 'function_call',
  id: newId('fc'),
  call_id: newId('call'),
  name,
  arguments: JSON.stringify(input),
  status: 'completed',
});

function responseOf(content: Content, request: RecordedRequest) {
  const input_tokens = countTokens(request.body.input);
  const output_tokens = countTokens(content.text) + countTokens(content.calls);
  return {
    id: newId('resp'),
    object: 'response',
    created_at: 1_700_000_000,
    status: 'completed',
    model: request.body.model,
    error: null,
    incomplete_details: null,
    output: [...(content.text ? [message(content.text)] : []), ...content.calls.map(functionCall)],
    usage: {
      input_tokens,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: input_tokens + output_tokens,
    },
  };
}

/** POST /v1/responses: what `@ai-sdk/openai` calls unless told otherwise. */
export const responses: Wire = {
  events(content, request) {
    const response = responseOf(content, request);
    const started = { ...response, status: 'in_progress', output: [], usage: null };
    const events: SseEvent[] = [];
    const push = (type: string, fields: object) => {
      events.push({ event: type, data: { type, sequence_number: events.length, ...fields } });
    };
    push('response.created', { response: started });
    push('response.in_progress', { response: started });
    for (const [output_index, item] of response.output.entries()) {
      const place = { item_id: item.id, output_index };
      if (item.type === 'message' && 'content' in item) {
        const part = { ...place, content_index: 0 };
        const { text } = item.content[0]!;
        push('response.output_item.added', {
          output_index,
          item: { ...item, status: 'in_progress', content: [] },
        });
        push('response.content_part.added', {
          ...part,
          part: { type: 'output_text', text: '', annotations: [] },
        });
        for (const delta of pieces(text)) push('response.output_text.delta', { ...part, delta });
        push('response.output_text.done', { ...part, text });
        push('response.content_part.done', { ...part, part: item.content[0] });
      } else if ('arguments' in item) {
        const args = item.arguments;
        const half = Math.ceil(args.length / 2);
        push('response.output_item.added', {
          output_index,
          item: { ...item, status: 'in_progress', arguments: '' },
        });
        push('response.function_call_arguments.delta', { ...place, delta: args.slice(0, half) });
        push('response.function_call_arguments.delta', { ...place, delta: args.slice(half) });
        push('response.function_call_arguments.done', { ...place, arguments: args });
      }
      push('response.output_item.done', { output_index, item });
    }
    push('response.completed', { response });
    return events;
  },
  body: responseOf,
  failure: openaiFailure,
  streamError: () => {
    const error = {
      message: 'The server had an error',
      type: 'server_error',
      code: 'server_error',
      param: null,
    };
    return { event: 'error', data: { type: 'error', sequence_number: 99, error } };
  },
};
