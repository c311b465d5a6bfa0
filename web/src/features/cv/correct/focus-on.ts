/** Gives the focus back to what a correction was begun with; where its entry is gone, to the side it stood on. */
export function focusOn(pointer: string): void {
  const button = document.querySelector<HTMLElement>(`[data-correct="${CSS.escape(pointer)}"]`);
  (button ?? document.querySelector<HTMLElement>('[data-side="cv"]'))?.focus();
}
