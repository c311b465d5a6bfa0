/** A tool call that a fake model makes. */
export interface ToolCall {
  name: string;
  input: Record<string, unknown>;
}

/** What a fake does with one request. Made with the functions below. */
export type Answer =
  | { kind: 'content'; text: string; calls: ToolCall[]; chunkDelayMs: number; ending: Ending; after: number }
  | { kind: 'failure'; status: number; headers: Record<string, string>; message: string; code?: string }
  | { kind: 'raw'; status: number; headers: Record<string, string>; body: string }
  | { kind: 'hang' };

/**
 * How a content answer ends: as it should, the connection cut, silence for ever, or an error event in the
 * stream.
 */
type Ending = 'whole' | 'cut' | 'silent' | 'error';

/** `after`: how many events are sent before a bad ending. */
type ContentOptions = { chunkDelayMs?: number; ending?: Ending; after?: number };

const content = (text: string, calls: ToolCall[], options: ContentOptions): Answer => ({
  kind: 'content',
  text,
  calls,
  chunkDelayMs: options.chunkDelayMs ?? 0,
  ending: options.ending ?? 'whole',
  after: options.after ?? 5,
});

/** Answers with a text; streamed word by word, with `chunkDelayMs` between the events. */
export function says(text: string, options: { chunkDelayMs?: number } = {}): Answer {
  return content(text, [], options);
}

/** Calls tools, after saying something if a text is given. Script the answer to their results next. */
export function calls(toolCalls: ToolCall[], text = ''): Answer {
  return content(text, toolCalls, {});
}

/**
 * Begins the answer and cuts the connection after some events (of a body that is not streamed: after its
 * first half).
 */
export function breaksOff(text: string, options: { after?: number } = {}): Answer {
  return content(text, [], { ...options, ending: 'cut' });
}

/** Begins the answer and falls silent; the connection stays open. */
export function fallsSilent(text: string, options: { after?: number } = {}): Answer {
  return content(text, [], { ...options, ending: 'silent' });
}

/** Begins to stream, then reports an error inside the stream, as providers do when they are overloaded. */
export function failsMidStream(text: string, options: { after?: number } = {}): Answer {
  return content(text, [], { ...options, ending: 'error' });
}

/** Refuses with a status, in the vendor's own error format. */
export function fails(
  status: number,
  options: { headers?: Record<string, string>; message?: string; code?: string } = {},
): Answer {
  return { kind: 'failure', status, headers: {}, message: `The fake fails with ${status}`, ...options };
}

/** Takes the request and never answers. */
export function hangs(): Answer {
  return { kind: 'hang' };
}

/** Exactly these bytes. */
export function sends(
  body: string,
  options: { status?: number; headers?: Record<string, string> } = {},
): Answer {
  return { kind: 'raw', body, status: options.status ?? 200, headers: options.headers ?? {} };
}
