import { Paper, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import { useLinked, useShownSide } from './linked.tsx';
import { Side } from './side.tsx';
import classes from './sides.module.css';

export interface SideContent {
  /** Its name among those that are linked. */
  side: string;
  label: string;
  content: ReactNode;
  /** Beside the label. */
  extra?: ReactNode;
}

interface SidesProps {
  sides: readonly SideContent[];
  /** CSS grid columns where there is room; all alike by default. */
  columns?: string;
  /** From this width on they stand side by side; below, a switch shows one. */
  wideFrom?: string;
  /** Height of what stands above them on the page, in px: they end with the screen. */
  above?: number;
  /** They have just come: the first takes the focus. */
  takesFocus?: boolean;
}

/** Sides that highlight the same things, side by side, or behind a switch where the screen is narrow. */
export function Sides({ sides, columns, wideFrom = '62em', above = 210, takesFocus = false }: SidesProps) {
  const isWide = useMediaQuery(`(min-width: ${wideFrom})`, true, { getInitialValueInEffect: false });
  const linked = useLinked();
  const shown = useShownSide(sides[0]!.side);
  usePlaceOfEach(shown, !isWide);
  const first = sides[0]!.side;
  useEffect(() => {
    if (takesFocus) document.querySelector<HTMLElement>(`[data-side="${CSS.escape(first)}"]`)?.focus();
  }, [takesFocus, first]);
  if (isWide)
    return (
      <div
        className={classes.columns}
        style={
          {
            gridTemplateColumns: columns ?? `repeat(${sides.length}, minmax(0, 1fr))`,
            '--sides-above': `${above}px`,
          } as CSSProperties
        }
      >
        {sides.map(({ side, label, content, extra }) => (
          <Paper withBorder key={side} className={classes.column}>
            <div className={classes.label}>
              <Text component="h2" size="sm" fw={600}>
                {label}
              </Text>
              {extra}
            </div>
            <Side side={side} label={label} className={classes.pane}>
              {content}
            </Side>
          </Paper>
        ))}
      </div>
    );
  return (
    <div>
      <div className={classes.switch}>
        <SegmentedControl
          fullWidth
          data={sides.map(({ side, label }) => ({ value: side, label }))}
          value={shown}
          onChange={(side) => linked.reveal(side)}
          aria-label="What is shown"
        />
      </div>
      {sides.map(({ side, label, content, extra }) => (
        <div key={side} hidden={side !== shown}>
          {extra && <div className={classes.label}>{extra}</div>}
          <Side side={side} label={label} className={classes.single} isAlone>
            {content}
          </Side>
        </div>
      ))}
    </div>
  );
}

/** Where there is one side at a time, each keeps how far it was scrolled. */
function usePlaceOfEach(shown: string, isSingle: boolean): void {
  const places = useRef(new Map<string, number>());
  const before = useRef(shown);
  useLayoutEffect(() => {
    const keep = () => places.current.set(shown, window.scrollY);
    if (isSingle && before.current !== shown) window.scrollTo({ top: places.current.get(shown) ?? 0 });
    before.current = shown;
    if (!isSingle) return;
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, [shown, isSingle]);
}
