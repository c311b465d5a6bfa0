/** What `work` gives within a time, else null: for what is nice to know and must not be waited for. */
export async function within<T>(timeoutMs: number, work: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), timeoutMs);
  });
  try {
    return await Promise.race([work().catch(() => null), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
