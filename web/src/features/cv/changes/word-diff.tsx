import { memo, useMemo } from 'react';
import classes from './changes.module.css';
import { diffParts } from './diff-parts.ts';

/** What goes and what comes, word by word. */
export const WordDiff = memo(function WordDiff({ before, after }: { before: string; after: string }) {
  const parts = useMemo(() => diffParts(before, after), [before, after]);
  return (
    <p className={classes.diff}>
      {parts.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Part = kind === 'added' ? 'ins' : 'del';
        return (
          <Part key={key}>
            <span className="visually-hidden">{kind}: </span>
            {text}
          </Part>
        );
      })}
    </p>
  );
});
