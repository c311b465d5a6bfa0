import { lazy, Suspense } from 'react';
import classes from './markdown.module.css';

const View = lazy(() => import('./markdown-view.tsx'));

/**
 * Markdown as text: no raw HTML, no images from elsewhere, links of http, https and mailto alone. The parser is loaded
 * with the first text; until then it stands as it was written.
 */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={classes.markdown}>
      <Suspense
        fallback={
          <p style={{ whiteSpace: 'pre-wrap' }} dir="auto">
            {text}
          </p>
        }
      >
        <View text={text} />
      </Suspense>
    </div>
  );
}
