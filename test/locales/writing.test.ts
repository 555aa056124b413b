import assert from 'node:assert/strict';
import { chatPage } from '../../locales/chatPage.ts';
import { en } from '../../locales/en/index.ts';
import { ru } from '../../locales/ru/index.ts';
import { russianSentence } from '../../locales/ru/spacing.ts';
import { locales } from '../../locales/translator.ts';
import { words, type MessageKey } from '../../locales/words.ts';
import { zhCN } from '../../locales/zh-CN/index.ts';
import { zhTW } from '../../locales/zh-TW/index.ts';

const catalogues = { en, 'zh-TW': zhTW, 'zh-CN': zhCN, ru };

/** Every sentence of a value that holds sentences, with the name of each. */
function sentencesIn(value: unknown, name: string): [name: string, text: string][] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentencesIn(inner, name === '' ? key : `${name}/${key}`));
}

/** What a language says: its catalogue but for what is typed, and the chat page. */
const sentences = (locale: keyof typeof catalogues): [string, string][] => [
  ...sentencesIn(catalogues[locale], '').filter(([name]) => !/^(?:command|alias|cell|label)\./.test(name)),
  ...sentencesIn(chatPage[locale], 'chat page').filter(([name]) => !name.endsWith('/languageName')),
];

const bad = (locale: keyof typeof catalogues, isBad: (text: string) => boolean): string[] =>
  sentences(locale).flatMap(([name, text]) => (isBad(text) ? [`${name}: ${text}`] : []));

/** Quoted words of the explanations that stand on no button and over no card, and are no command: nobody would find them. */
function misquoted(locale: keyof typeof catalogues): string[] {
  const all = sentences(locale);
  const commands = Object.entries(catalogues[locale]).flatMap(([name, text]) =>
    name.startsWith('command.') && typeof text === 'string' ? text.split('|') : [],
  );
  const known = new Set([
    ...commands,
    ...all.flatMap(([name, text]) =>
      /^button\.|^(?:agenda\.title|bundle\.listTitle)$/.test(name) ? [text.toLowerCase()] : [],
    ),
  ]);
  return all
    .filter(([name]) => name.startsWith('glossary.'))
    .flatMap(([name, text]) =>
      Array.from(text.matchAll(/[“«「]([^”»」]+)[”»」]/g), ([, quoted = '']) => [name, quoted] as const),
    )
    .filter(([, quoted]) => !known.has(quoted.toLowerCase()) && !quoted.includes('contoso'))
    .map(([name, quoted]) => `${name}: ${quoted}`);
}

for (const locale of locales) {
  describe(`the writing of ${locale}`, () => {
    it('says something everywhere', () =>
      assert.deepEqual(
        bad(locale, (text) => text.trim() === ''),
        [],
      ));

    it('has no blank at an end, and no two of them', () =>
      assert.deepEqual(
        bad(locale, (text) => text !== text.trim() || /[ \t]{2}| \n/.test(text)),
        [],
      ));

    it('quotes buttons and commands in its explanations as they are called', () =>
      assert.deepEqual(misquoted(locale), []));

    it('lets no line end within a date', () => {
      const date =
        /\d{4} ?年\s?\d|[年月] ?\d|\p{L} \d{1,2},\s\d{4}|\p{L}\s\d{1,2}, \d{4}|\p{L} \d{4} ?г|(?<![.\d])\d{1,2} \p{L}+\s\d{4}/u;
      const said = (text: string): string => (locale === 'ru' ? russianSentence(text, () => false) : text);
      assert.deepEqual(
        bad(locale, (text) => date.test(said(text))),
        [],
      );
    });

    it('has no straight quotation marks', () =>
      assert.deepEqual(
        bad(locale, (text) => /["']/.test(text)),
        [],
      ));

    it('has real ellipses', () =>
      assert.deepEqual(
        bad(locale, (text) => text.includes('...')),
        [],
      ));

    it('is composed text', () =>
      assert.deepEqual(
        bad(locale, (text) => text !== text.normalize('NFC')),
        [],
      ));

    it('closes what it opens', () => {
      const count = (text: string, mark: string): number => text.split(mark).length;
      const pairs = ['“”', '「」', '«»', '（）', '()'];
      assert.deepEqual(
        bad(locale, (text) => pairs.some((pair) => count(text, pair.charAt(0)) !== count(text, pair.charAt(1)))),
        [],
      );
    });

    it('names buttons and labels as they are', () => {
      const named: [MessageKey, MessageKey[]][] = [
        ['password.once', ['button.done']],
        ['unfinished.later', ['button.finish']],
        ['waiting.goesOn', ['button.finish']],
        ['newPassword.offered', ['button.newPassword']],
        ['newPassword.unsure', ['button.finish']],
        ['directory.soFar', ['button.find']],
      ];
      for (const [key, buttons] of named) {
        for (const button of buttons) {
          const text = words(locale).say(key, { n: 10 });
          assert.ok(text.includes(words(locale).say(button)), `${key} names ${words(locale).say(button)}`);
        }
      }
    });
  });
}

/** Latin words that stay as they are in every language: names, sizes, examples. */
const latin =
  /Microsoft|Customer Desk|Cloud for US Government|Government Community Cloud|Cloud|21Vianet|CSV|UTF-8|MB|MPN|GDAP|ID|GB|GCC|Ltd|Shift|Enter|K-12|(?<!\w)MCA|CSP|contoso\.onmicrosoft\.com|[Cc]ontoso|business premium|name@company\.example|www\.school\.example|microsoft\.com|a–z|UTC|Customers|CSV|Excel|OneDrive|Teams|Azure|\.xlsx|ZIP|PIN|Eircode|NCE|INN|UNP|BIN|IIN|EDRPOU|CN|DE|MIT/g;

/** Words of one language that have a better one, which everything else says: one word a thing. */
const unwanted: Readonly<Record<keyof typeof catalogues, readonly RegExp[]>> = {
  en: [/\bat Partner Center/, /the bill\b/, /fits\.$/],
  // Select is Microsoft's word for a press; companies are counted as things; what is kept is no food.
  'zh-TW': [/按[「]/, /位客戶/, /妥善保存(?!此|這些)/, /按鈕按/, /聯絡人/, /經銷商/, /驗證代碼/],
  'zh-CN': [/按[“]/, /位客户/, /加载项/, /活动的/, /停用/, /使用域 /],
  ru: [/дополнени[еяй]/i, /бесед/i, /связь(?! с ботом)/i, /ответ[аов]* нужно/i, /экран/i],
};

for (const locale of locales) {
  describe(`the words of ${locale}`, () => {
    for (const word of unwanted[locale]) {
      it(`are others than ${word.source}`, () =>
        assert.deepEqual(
          // A column is known by every word it was called by.
          bad(locale, (text) => word.test(text)).filter((line) => !line.startsWith('column.')),
          [],
        ));
    }
  });
}

const withoutNames = (text: string): string => text.replaceAll(/\{\w+\}/g, '').replaceAll(latin, '');

for (const locale of ['zh-TW', 'zh-CN', 'ru'] as const) {
  describe(`the ${locale} catalogue`, () => {
    it('leaves no Latin word untranslated', () =>
      assert.deepEqual(
        bad(locale, (text) => /[A-Za-z]/.test(withoutNames(text))),
        [],
      ));
  });
}

for (const locale of ['zh-TW', 'zh-CN'] as const) {
  describe(`the ${locale} catalogue`, () => {
    it('has full-width punctuation beside Chinese', () =>
      assert.deepEqual(
        bad(locale, (text) => /\p{Script=Han}[,.;:!?()]|[,;:!?()]\p{Script=Han}/u.test(text)),
        [],
      ));

    it('has full-width brackets', () =>
      assert.deepEqual(
        bad(locale, (text) => /[()]/.test(text)),
        [],
      ));

    it('has no blank beside full-width punctuation', () =>
      assert.deepEqual(
        bad(locale, (text) => / [，。；：！？（）「」、]|[，。；：！？（）「」、] /u.test(text)),
        [],
      ));

    it('has a blank between Chinese and Latin letters or digits', () =>
      assert.deepEqual(
        bad(locale, (text) => /\p{Script=Han}[A-Za-z0-9{]|[A-Za-z0-9}]\p{Script=Han}/u.test(text)),
        [],
      ));
  });
}

describe('the two Chinese catalogues', () => {
  // One character of each pair is written in one of the scripts only.
  const simplified = /[户协议误关闭请输选择邮编码订阅单经销认证务组织]/u;
  const traditional = /[戶協議誤關閉請輸選擇郵編碼訂閱單經銷認證務組織]/u;

  it('are not mixed up', () => {
    assert.deepEqual(
      bad('zh-TW', (text) => simplified.test(text)),
      [],
    );
    assert.deepEqual(
      bad('zh-CN', (text) => traditional.test(text)),
      [],
    );
  });
});

describe('the Russian catalogue', () => {
  it('has Russian quotation marks', () =>
    assert.deepEqual(
      bad('ru', (text) => /[“”„]/.test(text)),
      [],
    ));

  // The first form is also said of 21 and 31: what it counts is many then.
  it('says of one what is true of twenty-one', () =>
    assert.deepEqual(
      bad('ru', (text) =>
        /(?<!\p{L})(?:он|она|оно|его|ее|ей|ним|ней|нему|один|одн(?:а|о|ой|ого|ому|им|у))(?!\p{L})/iu.test(text),
      ).filter(
        // There days and minutes are counted, and one thing is meant.
        (line) => /^[\w.]+\/one:/.test(line) && !/\{n\} (?:день|дня|часа?|минуту)/.test(line),
      ),
      [],
    ));

  it('has long dashes between words', () =>
    assert.deepEqual(
      bad('ru', (text) => /\s[-–]\s/.test(text)),
      [],
    ));

  it('writes е for ё throughout', () =>
    assert.deepEqual(
      bad('ru', (text) => /ё/i.test(text)),
      [],
    ));

  // The chat page and the public pages speak of the bot's own users.
  it('calls a customer клиент, never пользователь', () =>
    assert.deepEqual(
      bad('ru', (text) => /пользовател/i.test(text)).filter((line) => !/^(?:chat page|privacy|support)/.test(line)),
      [],
    ));
});
