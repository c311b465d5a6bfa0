const dialogClosesMs = 300;

/** A dialog gives the focus back to its button; where that is gone with what it deleted, it goes to another place. */
export function focusAfterDialog(selector: string): void {
  setTimeout(() => {
    const { activeElement } = document;
    if (activeElement && activeElement !== document.body) return;
    document.querySelector<HTMLElement>(selector)?.focus();
  }, dialogClosesMs);
}
