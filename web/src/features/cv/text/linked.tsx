import { createContext, type ReactNode, use, useState, useSyncExternalStore } from 'react';

/** What a reader points at: its key, and the side that they are on. */
export interface Pointed {
  key: string;
  side: string;
}

/**
 * What is pointed at on sides that show the same things: the mouse counts more than the focus, and when it leaves, what
 * has the focus is shown again. Kept outside React's state: of hundreds of marks only those concerned render anew.
 */
export class Linked {
  #hovered: Pointed | null = null;
  #focused: Pointed | null = null;
  #shown: string | null = null;
  readonly #listeners = new Set<() => void>();

  /** The side that is shown where there is room for one; null for the first. */
  get shown(): string | null {
    return this.#shown;
  }

  reveal(side: string): void {
    this.#shown = side;
    this.#tell();
  }

  get active(): Pointed | null {
    return this.#hovered ?? this.#focused;
  }

  hover(pointed: Pointed | null): void {
    if (pointed?.key === this.#hovered?.key && pointed?.side === this.#hovered?.side) return;
    this.#hovered = pointed;
    this.#tell();
  }

  focus(pointed: Pointed | null): void {
    this.#focused = pointed;
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const LinkedContext = createContext<Linked | null>(null);

/** Holds sides together that highlight the same things. */
export function LinkedSides({ children }: { children: ReactNode }) {
  const [linked] = useState(() => new Linked());
  return <LinkedContext value={linked}>{children}</LinkedContext>;
}

export function useLinked(): Linked {
  const linked = use(LinkedContext);
  if (!linked) throw new Error('LinkedSides is missing above');
  return linked;
}

/** The side that is shown where there is room for one. */
export function useShownSide(first: string): string {
  const linked = useLinked();
  return useSyncExternalStore(linked.subscribe, () => linked.shown) ?? first;
}

/** Goes to a thing on a side, which is revealed, and puts the focus there. */
export function useJump(): (key: string, side: string) => void {
  const linked = useLinked();
  return (key, side) => jumpTo(key, side, linked);
}

export function jumpTo(key: string, side: string, linked: Linked): void {
  linked.reveal(side);
  // Once the side is laid out.
  requestAnimationFrame(() => {
    const pane = document.querySelector(`[data-side="${CSS.escape(side)}"]`);
    const [place] = pane ? findPlaces(pane, key) : [];
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  });
}

/** Whether one of these is pointed at. */
export function useIsActive(keys: readonly string[]): boolean {
  const linked = useLinked();
  return useSyncExternalStore(linked.subscribe, () => {
    const { active } = linked;
    return active !== null && keys.includes(active.key);
  });
}

/** Where a side shows a thing: marks that are stops of the arrow keys, and what else is said of it. */
export function findPlaces(pane: Element, key: string): HTMLElement[] {
  const name = CSS.escape(key);
  return [...pane.querySelectorAll<HTMLElement>(`[data-keys~="${name}"], [data-about~="${name}"]`)];
}
