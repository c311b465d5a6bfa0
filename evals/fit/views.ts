import type { Labelled, Stored } from './data.ts';

/*
 * Labelled conversations are all long talks of two. People also keep notes to themselves, without answers or even
 * conversations, and start with a memory of ten messages. The same data, cut down, shows the fit such memories too.
 */

const keep = (from: Labelled, name: string, messages: Stored[]): Labelled => ({
  ...from,
  source: `${from.source} (${name})`,
  messages,
});

/** What only one side said, in its conversations. */
export function oneSided(from: Labelled): Labelled {
  return keep(
    from,
    'one side',
    from.messages.filter((m) => m.role === 'user'),
  );
}

/** What only one side said, each message a note by itself and no name in front that the embedding doesn't know of. */
export function notes(from: Labelled): Labelled {
  const messages = from.messages.filter((m) => m.role === 'user').map((m) => ({ ...m, conversation: null }));
  return keep(from, 'notes', messages);
}

/** A memory of a dozen messages a question: those around one piece of evidence, of both sides or of one. */
export function tiny(from: Labelled, size = 12): Labelled[] {
  return from.questions.flatMap((question, n) => {
    const messages = n % 2 ? from.messages : from.messages.filter((m) => m.role === 'user');
    const at = messages.findIndex((m) => question.evidence.has(m.id));
    if (at < 0) return [];
    const start = Math.max(0, Math.min(messages.length - size, at - ((n * 7) % size)));
    return [{ ...keep(from, 'tiny', messages.slice(start, start + size)), questions: [question] }];
  });
}

/** Every n-th question: enough of them for a view. */
export function every(n: number, from: Labelled): Labelled {
  return { ...from, questions: from.questions.filter((_, i) => i % n === 0) };
}

/** The same while no message has its vector yet, or no engine answers. */
export function withoutVectors(from: Labelled): Labelled {
  return keep(
    from,
    'no vectors',
    from.messages.map((m) => ({ ...m, vector: null })),
  );
}
