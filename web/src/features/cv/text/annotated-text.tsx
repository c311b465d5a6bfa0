import { memo, useMemo } from 'react';
import { useIsActive } from './linked.tsx';
import { blocksOf, type Line, linesOf, type Mark, type Segment } from './segments.ts';
import classes from './text.module.css';

/** How a mark looks; each by its line below too, so that colour is not all that tells them apart. */
export type Tone = 'field' | 'warning' | 'finding' | 'listed' | 'supported' | 'missing' | 'demand';

interface AnnotatedTextProps {
  text: string;
  /** Keep the same list while nothing changed: the text is cut into stretches once. */
  marks: readonly Mark<Tone>[];
}

/** A text as it was read, line by line, with marked stretches that can be pointed at. Stands in a `Side`. */
export const AnnotatedText = memo(function AnnotatedText({ text, marks }: AnnotatedTextProps) {
  const blocks = useMemo(() => blocksOf(linesOf(text, marks)), [text, marks]);
  return (
    <div className={classes.text}>
      {blocks.map((lines) => (
        <div key={lines[0]!.start} className={classes.block}>
          {lines.map((line) => (
            <TextLine key={line.start} line={line} />
          ))}
        </div>
      ))}
    </div>
  );
});

function TextLine({ line }: { line: Line<Tone> }) {
  return (
    <div className={classes.line}>
      {line.segments.map((segment) =>
        segment.marks.length > 0 ? <Stretch key={segment.start} segment={segment} /> : segment.text,
      )}
    </div>
  );
}

function Stretch({ segment: { text, marks } }: { segment: Segment<Tone> }) {
  const keys = marks.map(({ key }) => key);
  const isActive = useIsActive(keys);
  const [{ tone, description }] = marks as [Mark<Tone>];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button does not break over lines as text does
    <span
      className={classes.mark}
      data-keys={keys.join(' ')}
      data-tone={tone}
      data-active={isActive || undefined}
      tabIndex={-1}
      role="button"
      aria-description={description}
    >
      {text}
    </span>
  );
}
