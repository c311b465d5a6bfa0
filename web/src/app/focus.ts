import type { AnyRouter } from '@tanstack/react-router';

let hasNavigated = false;

/** From the first change of place on, headings take the focus when they appear; never on the first load. */
export function noteNavigation(router: AnyRouter): void {
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) hasNavigated = true;
  });
}

/** Puts the focus on a page's heading after a navigation, where nothing in the page has taken it. */
export function focusAfterNavigation(heading: HTMLElement | null): void {
  if (!hasNavigated || !heading) return;
  const main = document.getElementById('main');
  if (document.activeElement && document.activeElement !== main && main?.contains(document.activeElement))
    return;
  heading.focus({ preventScroll: true });
}
