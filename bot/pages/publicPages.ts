import type { Request, Response, Server } from 'restify';
import { locales, type Locale } from '../../locales/translator.ts';
import { localeFor, words } from '../../locales/words.ts';
import { page, pagePolicy } from './page.ts';
import { pageNames, type PageFacts } from './pageTexts.ts';

/**
 * Adds GET /privacy, /terms and /support: the pages that the app in Teams links to, for anybody, in the language of `lang`
 * or, without one of ours there, of the browser.
 */
export const publicPages =
  (facts: PageFacts) =>
  (server: Server): void => {
    for (const name of pageNames)
      server.get(`/${name}`, (request: Request, response: Response, next: () => void) => {
        const locale = asked(request.url ?? '') ?? preferred(request.headers['accept-language'] ?? '');
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-language': locale,
          'content-security-policy': pagePolicy,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cache-control': 'public, max-age=3600',
          vary: 'accept-language',
        });
        response.end(page(name, words(locale), facts));
        next();
      });
  };

function asked(url: string): Locale | undefined {
  const lang = new URLSearchParams(url.split('?')[1] ?? '').get('lang')?.toLowerCase();
  return locales.find((one) => one.toLowerCase() === lang);
}

/** The first of a browser's languages that is one of ours, by what it likes best; English without one. */
function preferred(header: string): Locale {
  const ranked = header
    .slice(0, 500)
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*q=/i))
    .map(([tag = '', quality = '1']) => ({ tag, quality: Number(quality) }))
    .filter(({ tag, quality }) => /^(?:en|ru|zh)\b/i.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return localeFor(ranked[0]?.tag);
}
