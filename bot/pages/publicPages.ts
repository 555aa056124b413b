import { createHash } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { languageNames } from '../../locales/languageNames.ts';
import { type Locale, locales } from '../../locales/translator.ts';
import { localeFor, type Words, words } from '../../locales/words.ts';
import { type Block, pageBlocks, type PageFacts, type PageName, pageNames } from './pageTexts.ts';

const style = `
:root { color-scheme: light dark; --page: #fff; --text: #242424; --subtle: #5c5c5c; --link: #4f52b2; --line: #e0e0e0; }
@media (prefers-color-scheme: dark) {
  :root { --page: #1a1a1a; --text: #fff; --subtle: #bdbdbd; --link: #aab1fa; --line: #454545; }
}
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.6 'Segoe UI', system-ui, sans-serif; }
header, main { max-width: 44rem; margin: 0 auto; padding: 16px; overflow-wrap: break-word; }
header { border-bottom: 1px solid var(--line); }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 4px 0; }
a { color: var(--link); }
a[aria-current] { color: var(--text); font-weight: 600; text-decoration: none; }
h1 { margin: 16px 0; font-size: clamp(1.375rem, 7vw, 1.75rem); line-height: 1.25; }
h2 { margin: 28px 0 8px; font-size: 1.2rem; line-height: 1.3; }
li { margin: 4px 0; }
`;

/** Content security policy of the pages: nothing but their own style. */
const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const htmlEntities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => htmlEntities[sign] ?? sign);

const renderBlock = (one: Block): string => {
  if (one.kind === 'list') return `<ul>\n${one.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}\n</ul>`;
  const tag = one.kind === 'heading' ? 'h2' : 'p';
  return `<${tag}>${escapeHtml(one.text)}</${tag}>`;
};

const renderNav = (label: string, links: readonly string[]): string =>
  `<nav aria-label="${escapeHtml(label)}"><ul>${links.map((link) => `<li>${link}</li>`).join('')}</ul></nav>`;

const ariaCurrent = (is: boolean): string => (is ? ' aria-current="page"' : '');

/** A page in one language as HTML, with links to its other languages and to the other pages. */
function renderPage(name: PageName, words: Words, facts: PageFacts): string {
  const { t, locale } = words;
  const title = t(`pages.${name}`);
  const others = pageNames.map(
    (one) => `<a href="/${one}?lang=${locale}"${ariaCurrent(one === name)}>${escapeHtml(t(`pages.${one}`))}</a>`,
  );
  const languages = locales.map(
    (one) =>
      `<a href="/${name}?lang=${one}" lang="${one}" hreflang="${one}"${ariaCurrent(one === locale)}>${languageNames[one]}</a>`,
  );
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(t('pages.title', { page: title }))}</title>
<style>${style}</style>
</head>
<body>
<header>
${renderNav(t('pages.pages'), others)}
${renderNav(t('pages.languages'), languages)}
</header>
<main>
<h1>${escapeHtml(title)}</h1>
${pageBlocks(name, words, facts).map(renderBlock).join('\n')}
</main>
</body>
</html>
`;
}

/**
 * Adds GET /privacy, /terms and /support: the pages that the app in Teams links to, for anybody, in the language of `lang`
 * or, without one of ours there, of the browser.
 */
export const publicPages =
  (facts: PageFacts) =>
  (server: Server): void => {
    for (const name of pageNames)
      server.get(`/${name}`, (request: Request, response: Response, next: () => void) => {
        const locale = requestedLocale(request.url ?? '') ?? preferredLocale(request.headers['accept-language'] ?? '');
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'content-language': locale,
          'content-security-policy': pagePolicy,
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'cache-control': 'public, max-age=3600',
          vary: 'accept-language',
        });
        response.end(renderPage(name, words(locale), facts));
        next();
      });
  };

function requestedLocale(url: string): Locale | undefined {
  const lang = new URLSearchParams(url.split('?')[1] ?? '').get('lang')?.toLowerCase();
  return locales.find((one) => one.toLowerCase() === lang);
}

/** The preferred language of a browser among ours; English without one. */
function preferredLocale(header: string): Locale {
  const ranked = header
    .slice(0, 500)
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*q=/i))
    .map(([tag = '', quality = '1']) => ({ tag, quality: Number(quality) }))
    .filter(({ tag, quality }) => /^(?:en|ru|zh)\b/i.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return localeFor(ranked[0]?.tag);
}
