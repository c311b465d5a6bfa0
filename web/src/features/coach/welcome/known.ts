const KEY = 'interviewly.known';

/** Whether this browser last saw somebody with conversations: what to greet with until the server has said. */
export function wasKnown(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** For the next visit; `before-paint.js` reads it too. */
export function noteKnown(isKnown: boolean): void {
  try {
    if (isKnown) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is closed: the next visit greets as the first did, until the server has said.
  }
}
