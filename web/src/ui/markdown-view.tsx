import { Anchor } from '@mantine/core';
import { memo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

const schemes = new Set(['http:', 'https:', 'mailto:']);

/** The address where it is one that may be followed, and absolute; otherwise none, and the text stays text. */
export function safeUrl(url: string): string | undefined {
  return schemes.has(URL.parse(url)?.protocol ?? '') ? url : undefined;
}

const components: Components = {
  a: ({ href, children }) =>
    href ? (
      <Anchor href={href} target="_blank" rel="noopener noreferrer nofollow" inherit underline="always">
        {children}
      </Anchor>
    ) : (
      children
    ),
  // A picture from elsewhere would tell its server who reads this, and when.
  img: ({ alt }) => <>{alt}</>,
  // Headings within a text are no headings of the page.
  h1: ({ children }) => <p className="heading">{children}</p>,
  h2: ({ children }) => <p className="heading">{children}</p>,
  h3: ({ children }) => <p className="heading">{children}</p>,
  h4: ({ children }) => <p className="heading">{children}</p>,
  h5: ({ children }) => <p className="heading">{children}</p>,
  h6: ({ children }) => <p className="heading">{children}</p>,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too.
    <section className="table" tabIndex={0} aria-label="Table">
      <table>{children}</table>
    </section>
  ),
};

const plugins = [remarkGfm];

function MarkdownView({ text }: { text: string }) {
  return (
    <ReactMarkdown remarkPlugins={plugins} skipHtml={false} urlTransform={safeUrl} components={components}>
      {text}
    </ReactMarkdown>
  );
}

export default memo(MarkdownView);
