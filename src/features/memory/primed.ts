/**
 * Fetches the first items of a stream before it is given out: what fails that early is still thrown here, and not in
 * the middle of an answer whose status was sent already.
 */
export async function primed<T>(source: AsyncIterable<T>, count: number): Promise<AsyncIterable<T>> {
  const iterator = source[Symbol.asyncIterator]();
  const first: T[] = [];
  let isDone = false;
  while (first.length < count && !isDone) {
    const next = await iterator.next();
    if (next.done) isDone = true;
    else first.push(next.value);
  }

  async function* items(): AsyncGenerator<T> {
    try {
      yield* first;
      while (!isDone) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  return items();
}
