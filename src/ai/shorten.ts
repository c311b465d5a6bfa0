/** A pasted CV is no question: of a long text, its beginning and its end say what it is about. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit / 2)}\n${text.slice(-limit / 2)}`.toWellFormed();
}
