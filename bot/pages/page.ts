import { createHash } from 'node:crypto';
import { languageNames } from '../../cards/talkCards.ts';
import { locales } from '../../locales/translator.ts';
import type { Words } from '../../locales/words.ts';
import { pageBlocks, pageNames, type Block, type PageFacts, type PageName } from './pageTexts.ts';

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

/** The policy of the pages: nothing but their own style. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

const block = (one: Block): string => {
  if (one.kind === 'list') return `<ul>\n${one.items.map((item) => `<li>${escaped(item)}</li>`).join('\n')}\n</ul>`;
  const tag = one.kind === 'heading' ? 'h2' : 'p';
  return `<${tag}>${escaped(one.text)}</${tag}>`;
};

const nav = (label: string, links: readonly string[]): string =>
  `<nav aria-label="${escaped(label)}"><ul>${links.map((link) => `<li>${link}</li>`).join('')}</ul></nav>`;

const current = (is: boolean): string => (is ? ' aria-current="page"' : '');

/** A page in one language as HTML, with links to its other languages and to the other pages. */
export function page(name: PageName, words: Words, facts: PageFacts): string {
  const { t, locale } = words;
  const title = t(`pages.${name}`);
  const others = pageNames.map(
    (one) => `<a href="/${one}?lang=${locale}"${current(one === name)}>${escaped(t(`pages.${one}`))}</a>`,
  );
  const languages = locales.map(
    (one) =>
      `<a href="/${name}?lang=${one}" lang="${one}" hreflang="${one}"${current(one === locale)}>${languageNames[one]}</a>`,
  );
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t('pages.title', { page: title }))}</title>
<style>${style}</style>
</head>
<body>
<header>
${nav(t('pages.pages'), others)}
${nav(t('pages.languages'), languages)}
</header>
<main>
<h1>${escaped(title)}</h1>
${pageBlocks(name, words, facts).map(block).join('\n')}
</main>
</body>
</html>
`;
}
