import { Document, Link, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import {
  type Resume,
  type ResumeEntry,
  type ResumeSection,
  resumeHeader,
  resumeSections,
} from '../../../../career/resume/index.ts';

/*
 * One column, real text in reading order, nothing in headers or footers. Distances are in points. What belongs together
 * (a heading, its line of dates, and what follows) is kept on one page; everything else may run over.
 */

const INK = '#1f2933';
const GREY = '#5b6672';
const ACCENT = '#27486b';

const styles = StyleSheet.create({
  page: {
    paddingTop: 52,
    paddingBottom: 52,
    paddingHorizontal: 58,
    fontSize: 10,
    lineHeight: 1.42,
    color: INK,
  },
  name: { fontSize: 23, fontWeight: 700, lineHeight: 1.2, color: INK },
  label: { fontSize: 12.5, color: ACCENT, marginTop: 2 },
  contacts: { fontSize: 9.5, color: GREY, marginTop: 5 },
  moreContacts: { fontSize: 9.5, color: GREY },
  link: { color: GREY, textDecoration: 'none' },
  section: {
    marginTop: 16,
    marginBottom: 5,
    paddingBottom: 3,
    borderBottomWidth: 0.7,
    borderBottomColor: '#c3c9d0',
  },
  sectionTitle: { fontSize: 12, fontWeight: 700, lineHeight: 1.25, color: ACCENT },
  entry: { marginTop: 7 },
  firstEntry: { marginTop: 1 },
  heading: { fontSize: 10.5, fontWeight: 700, lineHeight: 1.35 },
  details: { fontSize: 9.5, color: GREY },
  paragraph: { marginTop: 2.5 },
  bullet: { flexDirection: 'row', marginTop: 2 },
  mark: { width: 11 },
  item: { flex: 1 },
});

/** Of people who print on Letter. */
const LETTER_COUNTRIES = new Set(['US', 'CA', 'MX', 'PH', 'CO', 'CL', 'VE']);

export function resumeDocument(
  resume: Resume,
  options: { font: string; rightToLeft: boolean },
): ReactElement {
  const { name, label, contacts } = resumeHeader(resume);
  const country = resume.basics?.location?.countryCode?.toUpperCase() ?? '';
  const align = options.rightToLeft ? ({ textAlign: 'right' } as const) : {};
  return h(
    Document,
    {
      title: [name, 'CV'].filter(Boolean).join(' – '),
      ...(name && { author: name }),
      creator: 'Interviewly',
      producer: 'Interviewly',
    },
    h(
      Page,
      {
        size: LETTER_COUNTRIES.has(country) ? 'LETTER' : 'A4',
        style: [styles.page, { fontFamily: options.font }, align],
      },
      name && h(Text, { style: styles.name }, name),
      label && h(Text, { style: styles.label }, label),
      ...contactLines(contacts).map((line, at) =>
        h(
          Text,
          { key: `contact-${at}`, style: at === 0 ? styles.contacts : styles.moreContacts },
          ...linked(line),
        ),
      ),
      ...resumeSections(resume).map(section),
    ),
  );
}

const ADDRESS = /^https?:\/\/\S+$/;

/** How to reach the person on one line, their pages on the next. */
function contactLines(contacts: readonly string[]): string[] {
  const pages = contacts.filter((contact) => ADDRESS.test(contact));
  const others = contacts.filter((contact) => !ADDRESS.test(contact));
  return [others, pages].map((line) => line.join(' · ')).filter((line) => line !== '');
}

/** The text of a line, its addresses as links. */
function linked(line: string): (string | ReactElement)[] {
  return line.split(/( · )/).map((part, at) => {
    const target = ADDRESS.test(part) ? part : /^[^\s@]+@[^\s@]+$/.test(part) ? `mailto:${part}` : null;
    return target ? h(Link, { key: `link-${at}`, src: target, style: styles.link }, part) : part;
  });
}

/** An entry of the outline that readers show beside the pages; the package's types know it for whole pages only. */
const outline = (title: string): object => ({ bookmark: { title } });

function section({ key, title, entries }: ResumeSection): ReactElement {
  const [first, ...rest] = entries.map((entry, at) => parts(entry, `${key}-${at}`, at === 0));
  return h(
    View,
    { key },
    h(
      View,
      { wrap: false },
      h(View, { style: styles.section, ...outline(title) }, h(Text, { style: styles.sectionTitle }, title)),
      first?.head,
    ),
    ...(first?.body ?? []),
    ...rest.flatMap(({ head, body }) => [head, ...body]),
  );
}

/** What must not be parted by a page, and what may follow on the next. */
function parts(
  { heading, details, inline, paragraphs, bullets }: ResumeEntry,
  key: string,
  isFirst: boolean,
) {
  const blocks = [
    ...paragraphs.map((text, at) =>
      h(Text, { key: `${key}-p${at}`, style: styles.paragraph, orphans: 2, widows: 2 }, text),
    ),
    ...bullets.map((text, at) =>
      h(
        View,
        { key: `${key}-b${at}`, style: styles.bullet },
        h(Text, { style: styles.mark }, '•'),
        h(Text, { style: styles.item, orphans: 2, widows: 2 }, text),
      ),
    ),
  ];
  // The first block stays with the heading, unless it is so long that it would push both onto the next page.
  const isShort = (paragraphs[0] ?? bullets[0] ?? '').length < 600;
  const kept = isShort ? blocks.slice(0, 1) : [];
  const head = h(
    View,
    { key, wrap: false, style: !heading ? {} : isFirst ? styles.firstEntry : styles.entry },
    ...(inline && heading && details
      ? [
          h(
            Text,
            { key: `${key}-line` },
            h(Text, { style: styles.heading }, heading),
            h(Text, { style: styles.details }, ' · ', ...linked(details)),
          ),
        ]
      : [
          heading && h(Text, { key: `${key}-heading`, style: styles.heading }, heading),
          details && h(Text, { key: `${key}-details`, style: styles.details }, ...linked(details)),
        ]),
    ...kept,
  );
  return { head, body: blocks.slice(kept.length) };
}
