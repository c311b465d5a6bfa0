import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';

/** A paragraph with its line breaks, or a list. */
export type PlainPart = { kind: 'paragraph'; lines: string[] } | { kind: 'list'; items: string[] };

/* Distances are in points; the margins are those of a letter. */
const styles = StyleSheet.create({
  page: { paddingVertical: 68, paddingHorizontal: 71, fontSize: 10.5, lineHeight: 1.45, color: '#1f2933' },
  paragraph: { marginBottom: 10 },
  item: { flexDirection: 'row', marginBottom: 5 },
  list: { marginBottom: 5 },
  mark: { width: 12 },
  words: { flex: 1 },
});

export function plainDocument(
  parts: readonly PlainPart[],
  { font, rightToLeft }: { font: string; rightToLeft: boolean },
): ReactElement {
  const align = rightToLeft ? ({ textAlign: 'right' } as const) : {};
  return h(
    Document,
    { creator: 'Interviewly', producer: 'Interviewly' },
    h(
      Page,
      { size: 'A4', style: [styles.page, { fontFamily: font }, align] },
      ...parts.map((part, at) =>
        part.kind === 'paragraph'
          ? h(Text, { key: at, style: styles.paragraph, orphans: 2, widows: 2 }, part.lines.join('\n'))
          : h(View, { key: at, style: styles.list }, ...part.items.map(item)),
      ),
    ),
  );
}

const item = (text: string, at: number): ReactElement =>
  h(
    View,
    { key: at, style: styles.item },
    h(Text, { style: styles.mark }, '•'),
    h(Text, { style: styles.words, orphans: 2, widows: 2 }, text),
  );
