import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useEffect, useRef } from 'react';
import { findPlaces, jumpTo, type Linked, useLinked } from './linked.tsx';
import classes from './text.module.css';

/** The mouse passes over much on its way: the other side follows only where it stays. */
const FOLLOW_AFTER_MS = 120;

interface SideProps {
  /** Of this side, among those that are linked. */
  side: string;
  /** Names it to a screen reader. */
  label: string;
  children: ReactNode;
  className?: string | undefined;
  /** No other side is seen: a click goes to the same thing there. */
  isAlone?: boolean;
}

const stopsOf = (pane: Element) => [...pane.querySelectorAll<HTMLElement>('[data-keys]')];
const keyOf = (element: Element | null | undefined) =>
  element?.closest('[data-keys]')?.getAttribute('data-keys')?.split(' ')[0] ?? null;

/**
 * One of the sides that highlight the same things. What is marked in it is one stop of the Tab key; the arrow keys go
 * from mark to mark, Enter to the same thing on the other side.
 */
export function Side({ side, label, children, className, isAlone = false }: SideProps) {
  const linked = useLinked();
  const pane = useRef<HTMLElement>(null);

  useEffect(() => follow(pane.current!, side, linked), [side, linked]);
  // One stop for the Tab key, also after marks came or went.
  useEffect(() => {
    const stops = stopsOf(pane.current!);
    if (stops.length > 0 && !stops.some(({ tabIndex }) => tabIndex === 0)) stops[0]!.tabIndex = 0;
  });

  const point = (event: SyntheticEvent) => {
    const key = keyOf(event.target as Element);
    linked.hover(key === null ? null : { key, side });
  };
  const focus = (event: SyntheticEvent) => {
    const stop = (event.target as Element).closest<HTMLElement>('[data-keys]');
    const key = keyOf(stop);
    if (!stop || key === null) return;
    for (const other of stopsOf(pane.current!)) other.tabIndex = other === stop ? 0 : -1;
    linked.focus({ key, side });
  };

  return (
    <section
      ref={pane}
      aria-label={label}
      tabIndex={-1}
      data-side={side}
      className={[classes.side, className].filter(Boolean).join(' ')}
      onMouseOver={point}
      onMouseLeave={() => linked.hover(null)}
      onFocus={focus}
      onClick={(event) => {
        const key = keyOf(event.target as Element);
        if (isAlone && key !== null) goAcross(key, pane.current!, linked);
      }}
      onKeyDown={(event) => move(event, pane.current!, linked)}
    >
      {children}
    </section>
  );
}

function move(event: KeyboardEvent, pane: HTMLElement, linked: Linked): void {
  const target = event.target as HTMLElement;
  if (!target.hasAttribute('data-keys') || event.ctrlKey || event.metaKey || event.altKey) return;
  const stops = stopsOf(pane);
  const at = stops.indexOf(target);
  const to = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: stops.length - 1,
  }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    stops[Math.max(0, Math.min(stops.length - 1, to))]?.focus();
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    goAcross(keyOf(target)!, pane, linked);
  }
}

/** Goes to the same thing on the next side that has it. */
function goAcross(key: string, pane: HTMLElement, linked: Linked): void {
  const sides = [...document.querySelectorAll<HTMLElement>('[data-side]')];
  const at = sides.indexOf(pane);
  const next = [...sides.slice(at + 1), ...sides.slice(0, at)].find(
    (side) => findPlaces(side, key).length > 0,
  );
  if (next) jumpTo(key, next.dataset.side!, linked);
}

/** Brings what is pointed at elsewhere into view here. Returns what ends it. */
function follow(pane: HTMLElement, side: string, linked: Linked): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const bring = () => {
    clearTimeout(timer);
    const { active } = linked;
    if (!active || active.side === side) return;
    timer = setTimeout(() => show(pane, active.key), FOLLOW_AFTER_MS);
  };
  bring();
  const end = linked.subscribe(bring);
  return () => {
    clearTimeout(timer);
    end();
  };
}

/** Blocks that were never shown have a guessed height: what is aimed at moves when they are laid out. */
const MOST_TRIES = 4;

/** Scrolls the side where it scrolls by itself, else the page, if the first place is out of sight. */
function show(pane: HTMLElement, key: string, tries = MOST_TRIES): void {
  const [place] = findPlaces(pane, key);
  if (!place || pane.offsetParent === null || tries === 0) return;
  const box = place.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const top = Math.max(0, frame.top);
  const bottom = Math.min(window.innerHeight, frame.bottom);
  if (box.top >= top && box.bottom <= bottom) return;
  if (getComputedStyle(pane).overflowY === 'auto') pane.scrollTop += box.top - top - (bottom - top) / 3;
  else place.scrollIntoView({ block: 'center' });
  requestAnimationFrame(() => show(pane, key, tries - 1));
}
