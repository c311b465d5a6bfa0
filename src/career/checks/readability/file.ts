import { count, failed, notAssessed, passed } from '../outcome.ts';
import { sources } from '../sources.ts';
import type { Check } from '../types.ts';

/** A page of a CV holds some 2,000 to 4,000 characters; a scan with a stray line of text far fewer. */
const TOO_LITTLE_TEXT = 300;

const noFile = 'the CV came without a file, or the file is no longer known';

export const fileChecks: Check[] = [
  {
    id: 'text-per-page',
    group: 'readability',
    severity: 'high',
    title: 'The file holds text, not pictures of text',
    meaning: 'A scanned or drawn CV looks right to a person and is empty to a program.',
    source: sources.mit,
    run({ text, document }) {
      const characters = text.replace(/\s/g, '').length;
      const pages = document?.pages ?? 1;
      const perPage = Math.round(characters / Math.max(1, pages));
      if (perPage >= TOO_LITTLE_TEXT) return passed(`About ${perPage} characters of text a page.`);
      return failed(
        `Only about ${perPage} characters of text a page.`,
        'Export the CV again from the program it was written in, so that its text can be selected and copied.',
      );
    },
  },
  {
    id: 'image-only-pages',
    group: 'readability',
    severity: 'high',
    title: 'Every page has text',
    meaning: 'Whatever stands on a page that is one picture is lost to programs.',
    source: sources.mit,
    run({ document }) {
      if (!document) return notAssessed(noFile);
      if (!document.pages) return notAssessed('this kind of file has no pages of its own');
      const withText = new Set(document.lines.map(({ page }) => page));
      const empty = Array.from({ length: document.pages }, (_, i) => i + 1).filter(
        (page) => !withText.has(page),
      );
      if (empty.length === 0) return passed('Every page has text.');
      const isPicture = document.layout.images > 0;
      return failed(
        `${count(empty.length, 'page')} of ${document.pages} ${empty.length === 1 ? 'has' : 'have'} no text${isPicture ? ', and there are images' : ''}: page ${empty.join(', ')}.`,
        isPicture ? 'Replace pictures of text by text.' : 'Remove empty pages.',
        empty.map((page) => ({ pointer: null, spans: [], note: `page ${page}` })),
      );
    },
  },
  {
    id: 'columns',
    group: 'readability',
    severity: 'medium',
    title: 'The text runs in one column',
    meaning: 'Some programs read straight across columns and mix their lines.',
    source: sources.mit,
    run({ document }) {
      if (!document) return notAssessed(noFile);
      const { columns } = document.layout;
      if (columns <= 1) return passed('The text runs in one column.');
      return failed(
        `The text runs in ${columns} columns.`,
        'Use one column for anything you send through an application form.',
      );
    },
  },
  {
    id: 'tables',
    group: 'readability',
    severity: 'medium',
    title: 'No tables or text boxes',
    meaning: 'Programs may read the cells of a table in another order, or skip text boxes.',
    source: sources.mit,
    run({ document }) {
      if (!document) return notAssessed(noFile);
      const { tables } = document.layout;
      if (tables === 0) return passed('There are no tables or text boxes.');
      return failed(
        `The file has ${count(tables, 'table or text box', 'tables or text boxes')}.`,
        'Put what is in them on ordinary lines.',
      );
    },
  },
  {
    id: 'page-header',
    group: 'readability',
    severity: 'medium',
    title: 'Nothing of weight in the page header or footer',
    meaning: 'Many programs leave out headers and footers; contact details that stand there are lost.',
    source: sources.mit,
    run({ document }) {
      if (!document) return notAssessed(noFile);
      if (!document.layout.headerFooterText) return passed('The page header and footer hold no text.');
      return failed(
        'The page header or footer holds text.',
        'Move your name and contact details into the body of the first page. A page number may stay.',
      );
    },
  },
  {
    id: 'images',
    group: 'readability',
    severity: 'low',
    title: 'No images',
    meaning:
      'Icons, bars and charts say nothing to a program, and in many countries employers prefer not to be sent a photo.',
    source: sources.eeoc,
    run({ document, resume, at }) {
      if (resume.basics?.image) {
        return failed(
          'The CV names a photo.',
          'Leave the photo out unless it is customary where you apply.',
          [at('/basics/image', 'photo')],
        );
      }
      if (!document) return notAssessed(noFile);
      const { images } = document.layout;
      if (images === 0) return passed('There are no images.');
      return failed(
        `The file has ${count(images, 'image')}.`,
        'Take out icons, charts and skill bars, and the photo unless it is customary where you apply.',
      );
    },
  },
  {
    id: 'file-kind',
    group: 'readability',
    severity: 'low',
    title: 'The file is of a kind that employers take',
    meaning: 'Application forms take PDF and Word files; other kinds are refused or shown as raw text.',
    source: sources.mit,
    run({ document }) {
      if (!document) return notAssessed(noFile);
      if (document.kind === 'pdf' || document.kind === 'docx')
        return passed('The file is a PDF or Word file.');
      if (document.kind === 'text' || document.kind === 'json') {
        return notAssessed('this is the text of a CV and hardly the file that you send');
      }
      return failed(
        `The file is ${document.kind === 'html' ? 'a web page' : 'Markdown'}.`,
        'Send a PDF with text in it, or the Word file where it is asked for. The export makes both.',
      );
    },
  },
];
