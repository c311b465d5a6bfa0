import type { CheerioAPI } from 'cheerio';
import { oneLine } from './plain.ts';

export type Wall = 'login' | 'robot-check';

const checks =
  /^(just a moment|attention required|access denied|access to this page has been denied|security check|are you (a )?(human|robot)|verify (that )?you are (a )?human|please verify|pardon our interruption|one more step|robot or human|request blocked|403 forbidden)/i;
const logins =
  /^(sign in|log ?in|sign up|login|anmelden|join linkedin|linkedin(:| login)|create (an |your )?account|please (sign|log) in|member login|se connecter|iniciar sesión)/i;

/** Whether a page asks who is there in place of showing a posting; null for any other page. */
export function wallOf($: CheerioAPI, text: string): Wall | null {
  const title = oneLine($('title').first().text());
  const heading = oneLine($('h1').first().text());
  if (checks.test(title) || (checks.test(heading) && text.length < 1_500)) return 'robot-check';
  if ($('#challenge-form, #cf-challenge, .g-recaptcha, #px-captcha').length > 0 && text.length < 600)
    return 'robot-check';
  if (logins.test(title)) return 'login';
  return $('input[type="password"]').length > 0 && text.length < 1_500 ? 'login' : null;
}
