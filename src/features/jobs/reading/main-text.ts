import { Readability } from '@mozilla/readability';
import type { CheerioAPI } from 'cheerio';
import { parseHTML } from 'linkedom';
import { htmlToText, nodesToText } from './html-text.ts';

/** Above this Readability takes seconds; the page's own main part has to do. */
const maxElements = 30_000;

/** The text that a page is about, without what surrounds it on every page of the site. */
export function mainText($: CheerioAPI, html: string): string {
  const plain = ownMain($);
  const readable = $('*').length > maxElements ? '' : readableText(html);
  // Readability drops short sections, which postings are made of: where it lost much, the page's own main part is better.
  return readable.length >= plain.length * 0.6 ? readable : plain;
}

function readableText(html: string): string {
  try {
    const { document } = parseHTML(html);
    for (const script of document.querySelectorAll('script, style, noscript, template')) script.remove();
    const article = new Readability(document as never, { charThreshold: 200 }).parse();
    return article?.content ? htmlToText(article.content) : '';
  } catch {
    // A document it cannot make sense of; the other way is still there.
    return '';
  }
}

/** The text of `main` or what stands in its place, or else of the body. */
function ownMain($: CheerioAPI): string {
  for (const selector of [
    'main',
    '[role="main"]',
    'article',
    '#content',
    '.job-description',
    '.posting',
    'body',
  ]) {
    const part = $(selector).first();
    if (part.length === 0) continue;
    const copy = part.clone();
    copy.find('nav, aside, footer, [role="navigation"], [role="banner"], [role="contentinfo"]').remove();
    if (selector === 'body') copy.find('> header, > div > header').remove();
    const text = nodesToText(copy.toArray());
    if (text.length >= 200 || selector === 'body') return text;
  }
  return '';
}
