import { Anchor } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

const schemes = new Set(['http:', 'https:', 'mailto:']);

/** The address where it is one that may be followed, and absolute; otherwise none, and the text stays text. */
export function safeUrl(url: string): string | undefined {
  return schemes.has(URL.parse(url)?.protocol ?? '') ? url : undefined;
}

function Heading({ children }: { children?: ReactNode }) {
  return (
    <p className="heading" dir="auto">
      {children}
    </p>
  );
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
  h1: Heading,
  h2: Heading,
  h3: Heading,
  h4: Heading,
  h5: Heading,
  h6: Heading,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too.
    <section className="table" tabIndex={0} aria-label="Table">
      <table>{children}</table>
    </section>
  ),
};

/** What of a text has a direction of its own: an answer may quote in another language. */
const blocks = new Set(['p', 'ul', 'ol', 'li', 'blockquote', 'table', 'th', 'td']);

interface Node {
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/** For rehype: blocks are laid out from the side that their words begin at; code always from the left. */
function directions() {
  return function visit(node: Node): void {
    const { tagName = '' } = node;
    if (blocks.has(tagName)) node.properties = { ...node.properties, dir: 'auto' };
    if (tagName === 'pre') node.properties = { ...node.properties, dir: 'ltr' };
    node.children?.forEach(visit);
  };
}

const plugins = [remarkGfm];
const htmlPlugins = [directions];

function MarkdownView({ text }: { text: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={plugins}
      rehypePlugins={htmlPlugins}
      skipHtml={false}
      urlTransform={safeUrl}
      components={components}
    >
      {text}
    </ReactMarkdown>
  );
}

export default memo(MarkdownView);
