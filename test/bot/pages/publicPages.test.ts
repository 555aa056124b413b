import assert from 'node:assert/strict';
import { pageNames } from '../../../bot/pages/pageTexts.ts';
import { publicPages } from '../../../bot/pages/publicPages.ts';
import { locales } from '../../../locales/translator.ts';
import { words } from '../../../locales/words.ts';
import { startServer } from '../desk.ts';

describe('the pages the app in Teams links to', () => {
  let server: Awaited<ReturnType<typeof startServer>>;

  before(async () => {
    server = await startServer({ anonymous: false, routes: publicPages({ passwordMinutes: 7 }) });
  });
  after(() => server.drain());

  const get = (path: string, language?: string): Promise<Response> =>
    fetch(`${server.url}${path}`, language === undefined ? {} : { headers: { 'accept-language': language } });
  const languageOf = async (path: string, language?: string): Promise<string | null> => {
    const answer = await get(path, language);
    const [, said] = /<html lang="([\w-]+)">/.exec(await answer.text()) ?? [];
    assert.equal(answer.headers.get('content-language'), said);
    return said ?? null;
  };

  it('are given to anybody, in four languages, and lead to one another', async () => {
    for (const name of pageNames) {
      for (const locale of locales) {
        const { t } = words(locale);
        const answer = await get(`/${name}?lang=${locale}`);
        assert.equal(answer.status, 200);
        assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
        const html = await answer.text();
        assert.ok(html.includes(`<h1>${t(`pages.${name}`)}</h1>`));
        for (const other of locales) assert.ok(html.includes(`href="/${name}?lang=${other}"`), other);
        for (const other of pageNames) assert.ok(html.includes(`href="/${other}?lang=${locale}"`), other);
        assert.doesNotMatch(html, /\{\w+\}|undefined|<script|https?:/);
      }
    }
  });

  it('say how long a password is shown here, and how to ask for help, as the bot does', async () => {
    const { t } = words('ru');
    assert.ok((await (await get('/privacy?lang=ru')).text()).includes(t('privacy.password', { n: 7 })));
    const support = await (await get('/support?lang=ru')).text();
    assert.ok(support.includes('«справка»') && support.includes(t('button.finish')));
  });

  const asked: readonly [path: string, header: string | undefined, language: string][] = [
    ['/privacy', undefined, 'en'],
    ['/privacy', 'de-DE,de;q=0.9', 'en'],
    ['/privacy', 'de, ru-RU;q=0.8, en;q=0.5', 'ru'],
    ['/privacy', 'en;q=0.4,zh-HK;q=0.9', 'zh-TW'],
    ['/privacy', 'zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['/privacy', 'ru;q=0, *;q=0.1', 'en'],
    ['/privacy', ';;q=x,,=', 'en'],
    ['/terms?lang=zh-tw', 'ru', 'zh-TW'],
    ['/terms?lang=fr', 'ru', 'ru'],
    ['/terms?lang=%3Cscript%3E', 'ru', 'ru'],
  ];
  for (const [path, header, language] of asked) {
    it(`answers ${path} with the languages “${header ?? 'none'}” in ${language}`, async () => {
      assert.equal(await languageOf(path, header), language);
    });
  }

  it('run nothing and load nothing, and there are no others', async () => {
    const policy = (await get('/privacy')).headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'sha256-[\w+/]+='/);
    for (const path of ['/manifest.json', '/privacy.md', '/privacy/..%2fmanifest.json', '/pages'])
      assert.equal((await get(path)).status, 404, path);
  });
});
