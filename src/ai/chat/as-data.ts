/**
 * A text to be quoted in a prompt between tags such as `<cv>` and `</cv>`: it cannot open or close one of these blocks,
 * and so cannot pass for what stands around it. `blocks`: the names of all tags of the prompt.
 */
export function asData(text: string, blocks: readonly string[]): string {
  return text.replace(new RegExp(`<(?=/?\\s*(?:${blocks.join('|')})\\b)`, 'gi'), '‹');
}
