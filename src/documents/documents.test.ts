import { afterAll, describe, expect, test } from 'vitest';
import { column, makePdf, textAt } from '../../test/fakes/pdf.ts';
import { makeDocx, makeZip, paragraph } from '../../test/fakes/zip.ts';
import { createDocuments } from './index.ts';

const documents = createDocuments();
afterAll(() => documents.close());

const read = (bytes: Uint8Array | string, filename?: string) =>
  documents.read(Buffer.from(bytes), { filename });
const refusal = (bytes: Uint8Array | string, filename?: string) =>
  read(bytes, filename).then(
    () => 'was read',
    (error) => `${error.status} ${error.code}`,
  );

describe('PDF', () => {
  test('lines carry their place, size and weight, and their words in the text', async () => {
    const content = `${textAt(50, 780, 'Ada Example', { size: 24, font: 2 })}\n${column(50, 740, ['Engineer in Berlin', 'ada@example.org'])}`;
    const { kind, text, lines, pages } = await read(makePdf([{ content }]));
    expect({ kind, pages, text }).toEqual({
      kind: 'pdf',
      pages: 1,
      text: 'Ada Example\nEngineer in Berlin\nada@example.org\n',
    });
    expect(lines[0]).toMatchObject({ start: 0, end: 11, page: 1, x: 50, y: 62, size: 24, bold: true });
    expect(lines[1]).toMatchObject({ start: 12, size: 10, bold: false });
  });

  test('columns are read one after the other, dates beside entries with them', async () => {
    const left = ['SKILLS', 'Python', 'Postgres', 'Kubernetes', 'LANGUAGES', 'English', 'German'];
    const right = Array.from(
      { length: 12 },
      (_, i) => `Sentence number ${i} about the work that was done there`,
    );
    const content = [
      textAt(50, 790, 'Ada Example', { size: 26 }),
      column(50, 740, left, { leading: 19 }),
      column(220, 743, right),
    ].join('\n');
    const columns = await read(makePdf([{ content }]));
    expect(columns.layout.columns).toBe(2);
    expect(columns.text.split('\n').filter(Boolean)).toEqual(['Ada Example', ...left, ...right]);

    const rows = Array.from({ length: 6 }, (_, i) => [
      textAt(50, 740 - i * 14, `${2010 + i} to ${2011 + i}`),
      textAt(150, 740 - i * 14, `Engineer at Company ${i}`),
    ]).flat();
    const dated = await read(makePdf([{ content: rows.join('\n') }]));
    expect(dated.layout.columns).toBe(1);
    expect(dated.text.split('\n')[0]).toBe('2010 to 2011\tEngineer at Company 0');
  });

  test('a column that goes on over the page is read to its end first', async () => {
    const side = ['SKILLS', 'Python', 'Postgres', 'Kubernetes', 'Terraform'];
    const job = (from: number) =>
      Array.from({ length: 10 }, (_, i) => `Line ${from + i} of a long employment history`);
    const page = (lines: string[], beside: string[]) => ({
      content: `${column(50, 740, lines)}\n${column(400, 733, beside, { leading: 20 })}`,
    });
    const { text } = await read(makePdf([page(job(0), side), page(job(10), [])]));
    expect(text.split('\n').filter(Boolean)).toEqual([...job(0), ...job(10), ...side]);
  });

  test('what a reader does not see is hidden text, and white text on a dark ground is seen', async () => {
    const content = [
      textAt(50, 700, 'Plain text that everybody sees'),
      textAt(50, 680, 'white on white', { before: '1 1 1 rg' }),
      textAt(50, 660, 'far too small', { size: 1 }),
      textAt(50, 640, 'painted with nothing', { before: '3 Tr' }),
      textAt(900, 620, 'beyond the edge'),
      `${textAt(50, 600, 'under a box')} 0.5 g 40 590 200 30 re f`,
      '0 0 0.4 rg 40 500 300 40 re f',
      textAt(50, 515, 'Light on dark', { before: '1 1 1 rg' }),
    ].join('\n');
    const { text, hidden } = await read(makePdf([{ content }]));
    expect(text.split('\n').filter(Boolean)).toEqual(['Plain text that everybody sees', 'Light on dark']);
    expect(hidden).toEqual([
      { text: 'white on white', how: 'colour', page: 1 },
      { text: 'far too small', how: 'size', page: 1 },
      { text: 'painted with nothing', how: 'hidden', page: 1 },
      { text: 'beyond the edge', how: 'outside', page: 1 },
      { text: 'under a box', how: 'covered', page: 1 },
    ]);
  });

  test('links stand at their words', async () => {
    const content = textAt(50, 700, 'See my portfolio for more');
    const links = [
      { url: 'https://example.org/ada', rect: [84, 698, 123, 712] as [number, number, number, number] },
    ];
    const document = await read(makePdf([{ content, links }]));
    const [link] = document.links;
    expect(link?.url).toBe('https://example.org/ada');
    expect(document.text.slice(link!.start!, link!.end!)).toBe('portfolio');
  });

  test('usual damage is mended', async () => {
    const content = [
      textAt(50, 780, 'J O H N   D O E', { size: 20 }),
      column(50, 740, ['Responsible for the whole of the develop-', 'ment of a large-', 'scale system']),
      `BT /F1 10 Tf 50 660 Td [(No) -600 (spaces) -400 (here)] TJ ET`,
      textAt(50, 640, 'l', { font: 3 }),
      textAt(62, 640, 'Cut costs by half'),
      textAt(50, 620, 'caf\xe9 \u0095 na\xefve'.replaceAll('\u0095', '\\225').replaceAll('\\', '')),
    ].join('\n');
    const { text } = await read(makePdf([{ content }]));
    expect(text.split('\n').filter(Boolean).slice(0, 6)).toEqual([
      'JOHN DOE',
      'Responsible for the whole of the development',
      'of a large-scale',
      'system',
      'No spaces here',
      '• Cut costs by half',
    ]);
    expect(text).toContain('café');
  });

  test('headers and page numbers of every page are read once or not at all', async () => {
    const page = (number: number) => ({
      content: `${textAt(50, 810, 'Ada Example, CV')}\n${textAt(50, 600, `Body of page ${number}`)}\n${textAt(280, 30, `Page ${number} of 3`)}`,
    });
    const { text, layout } = await read(makePdf([page(1), page(2), page(3)]));
    expect(text.split('\n').filter(Boolean)).toEqual([
      'Ada Example, CV',
      'Body of page 1',
      'Body of page 2',
      'Body of page 3',
    ]);
    expect(layout.headerFooterText).toBe(true);
  });

  test('scripts are not run, and told of', async () => {
    const catalog = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
    const { warnings } = await read(makePdf([{ content: textAt(50, 700, 'Text') }], { catalog }));
    expect(warnings).toEqual([{ code: 'has_scripts', message: expect.any(String) }]);
  });
});

describe('DOCX', () => {
  test('paragraphs, lists, tables, text boxes, headers and links in their order', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = [
      paragraph('Ada Example', '<w:b/><w:sz w:val="40"/>'),
      paragraph('Cut costs', '', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      `<w:tbl><w:tr>${cell('2019 to 2021')}${cell('Engineer')}</w:tr></w:tbl>`,
      '<w:p><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p>',
      '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>My page</w:t></w:r></w:hyperlink></w:p>',
    ].join('');
    const document = await read(
      makeDocx(body, { header1: paragraph('ada@example.org') }, ['https://example.org']),
    );
    expect(document.text.split('\n').filter(Boolean)).toEqual([
      'ada@example.org',
      'Ada Example',
      '• Cut costs',
      '2019 to 2021\tEngineer',
      'In a box',
      'My page',
    ]);
    expect(document.lines[1]).toMatchObject({ bold: true, size: 20 });
    expect(document.layout).toEqual({ columns: 1, tables: 1, images: 0, headerFooterText: true });
    expect(document.warnings).toMatchObject([{ code: 'text_boxes' }]);
    const [link] = document.links;
    expect([link?.url, document.text.slice(link!.start!, link!.end!)]).toEqual([
      'https://example.org',
      'My page',
    ]);
  });

  test('what a reader does not see is hidden text', async () => {
    const body =
      paragraph('Seen') +
      paragraph('vanished', '<w:vanish/>') +
      paragraph('white', '<w:color w:val="FFFFFF"/>') +
      paragraph('tiny', '<w:sz w:val="2"/>') +
      paragraph('White on black', '<w:color w:val="FFFFFF"/><w:shd w:fill="000000"/>') +
      `<w:p><w:del><w:r><w:t>deleted</w:t></w:r></w:del></w:p>`;
    const { text, hidden } = await read(makeDocx(body));
    expect(text.split('\n').filter(Boolean)).toEqual(['Seen', 'White on black']);
    expect(hidden.map(({ text: unseen, how }) => [unseen, how])).toEqual([
      ['vanished', 'hidden'],
      ['white', 'colour'],
      ['tiny', 'size'],
    ]);
  });

  test('archives that would unpack to too much are refused before they are unpacked', async () => {
    const zeros = Buffer.alloc(12 * 1024 * 1024);
    expect(await refusal(makeZip([{ name: 'word/document.xml', data: zeros }]))).toBe('422 file_unreadable');
    const lie = makeZip([{ name: 'word/document.xml', data: Buffer.alloc(5_000_000), claimedSize: 100 }]);
    expect(await refusal(lie)).toBe('422 file_unreadable');
    const many = Array.from({ length: 2_500 }, (_, i) => ({ name: `word/${i}.xml`, data: '' }));
    expect(await refusal(makeZip(many))).toBe('422 file_unreadable');
  });

  test('an archive that is no Word document is told from one', async () => {
    expect(await refusal(makeZip([{ name: 'cv.txt', data: 'text' }]), 'cv.docx')).toBe(
      '415 file_type_unsupported',
    );
    expect(await refusal(makeZip([{ name: 'xl/workbook.xml', data: '' }]))).toBe('415 file_type_unsupported');
    expect(await refusal(makeDocx(paragraph('text')).subarray(0, 200))).toBe('422 file_unreadable');
  });
});

describe('text', () => {
  test.each([
    ['UTF-8', Buffer.from('Zoë works at Café')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFZoë works at Café')],
    ['UTF-16', Buffer.from('\uFEFFZoë works at Café', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('Zoë works at Café', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\uFEFFZoë works at Café', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Zoë works at Café', 'latin1')],
  ])('%s', async (_name, bytes) => {
    expect((await read(bytes, 'cv.txt')).text).toBe('Zoë works at Café\n');
  });

  test('Markdown loses its signs and keeps what they mean', async () => {
    const source =
      '# Ada Example\n\n**Engineer** at [Acme](https://acme.example)\n- built *things*\n<!-- hire me -->\n';
    const { kind, text, lines, links, hidden } = await read(source);
    expect({ kind, text }).toEqual({
      kind: 'markdown',
      text: 'Ada Example\n\nEngineer at Acme\n• built things\n',
    });
    expect(lines[0]).toMatchObject({ bold: true, size: 24 });
    expect(links).toEqual([{ url: 'https://acme.example', start: 25, end: 29 }]);
    expect(hidden).toEqual([{ text: 'hire me', how: 'hidden', page: 1 }]);
  });

  test('HTML is what a browser shows', async () => {
    const source =
      '<!doctype html><html><head><title>x</title><script>steal()</script></head><body><h1>Ada</h1><p>One<br>two</p>' +
      '<ul><li>point</li></ul><p style="color:#fff">white</p><p style="display: none">gone</p></body></html>';
    const { kind, text, hidden } = await read(source);
    expect({ kind, text }).toEqual({ kind: 'html', text: 'Ada\n\nOne\ntwo\n\n• point\n' });
    expect(hidden.map((unseen) => [unseen.text, unseen.how])).toEqual([
      ['white', 'colour'],
      ['gone', 'hidden'],
    ]);
  });

  test('ligatures, soft hyphens, private bullets and composed letters are in their normal form', async () => {
    const { text } = await read('\uF0B7 e\uFB03cient and \uFB01ne\ncafe\u0301 co\u00ADoperate\u00A0now\n');
    expect(text).toBe('• efficient and fine\ncafé cooperate now\n');
  });
});

describe('files that are not read', () => {
  test.each([
    ['an empty one', '', '400 file_empty'],
    ['white space', ' \n ', '400 file_empty'],
    ['a picture', '\x89PNG\r\n\x1a\n....', '422 file_image_only'],
    ['an old Word file', '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1', '415 file_type_unsupported'],
    ['RTF', '{\\rtf1 text}', '415 file_type_unsupported'],
    ['a program', '\x7fELF\0\0\0\x01\x02\0\0\0', '415 file_type_unsupported'],
    ['half a PDF', '%PDF-1.7\n1 0 obj\n<<', '422 file_unreadable'],
  ])('%s', async (_name, content, expected) => {
    expect(await refusal(Buffer.from(content, 'latin1'), 'cv.pdf')).toBe(expected);
  });

  test('a PDF of pictures, of no text, of too many pages, under a password', async () => {
    expect(await refusal(makePdf([{ content: '' }], { picture: 20 }))).toBe('422 file_image_only');
    expect(await refusal(makePdf([{ content: '' }]))).toBe('422 file_has_no_text');
    const page = { content: textAt(50, 700, 'Text') };
    expect(await refusal(makePdf(Array.from({ length: 1_000 }, () => page)))).toBe('422 file_too_long');
    const key = `<${'ab'.repeat(32)}>`;
    const trailer = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`;
    expect(await refusal(makePdf([page], { trailer }))).toBe('422 file_encrypted');
  });

  test('more than 10 MB or 400,000 characters', async () => {
    expect(await refusal(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'))).toBe('413 file_too_large');
    expect(await refusal('word '.repeat(90_000))).toBe('422 file_too_long');
  });

  test('data among the text is left out', async () => {
    const { text, warnings } = await read(`Ada Example\n${'QUJD'.repeat(5_000)}\nEngineer\n`);
    expect(text).toBe('Ada Example\n…\nEngineer\n');
    expect(warnings).toMatchObject([{ code: 'long_runs' }]);
  });

  test('a wrong ending is read as what it is, with a warning', async () => {
    const { kind, warnings } = await read(makePdf([{ content: textAt(50, 700, 'Text') }]), 'cv.docx');
    expect([kind, warnings]).toEqual(['pdf', [{ code: 'wrong_extension', message: expect.any(String) }]]);
  });
});
