import assert from 'node:assert/strict';
import { type Card, fitsSizeLimit } from '../../cards/elements.ts';
import { en } from '../../locales/en/index.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { cloud, cloudIds } from '../../partner-center/rules/clouds.ts';
import { faultReasons } from '../../partner-center/rules/fault.ts';
import { sourcesOf } from '../locales/sources.ts';
import { gallery } from '../../gallery/cards.ts';
import { problems } from './judge.ts';
import { actions, inputs, labels, parts, runs } from './parts.ts';
import { mark, plantedRefusal } from '../../gallery/hostileText.ts';
import { withBothTexts } from '../../gallery/realisticText.ts';

const keys = new Set(Object.keys(en));
const family = new RegExp(`^(?:${[...new Set([...keys].map((key) => key.split('.')[0]))].join('|')})\\.[\\w.-]+$`);

// Nothing but the documented pages of the clouds is opened besides.
const pages = new Set(cloudIds.flatMap((id) => [cloud(id).partnerCenterPage, cloud(id).adminCenter]));

const isPageLink = (type: unknown, url: unknown): boolean =>
  type === 'Action.OpenUrl' && typeof url === 'string' && pages.has(url) && url.startsWith('https://');

/** Words that only a mistake puts on a card: keys of the catalogues, values that were missing, unfilled placeholders. */
const isSlip = (text: string): boolean =>
  keys.has(text) ||
  /(?<![${\u2060])\{\w+\}/.test(text) ||
  text.split(/[\s():,;“”«»「」]+/).some((word) => family.test(word) || /^(?:undefined|null|NaN|\[object)$/.test(word));

// A client that opens no mail leaves the button dead: what it opens is on the card as well.
const isMailLink = (type: unknown, url: unknown): boolean =>
  type === 'Action.OpenUrl' && typeof url === 'string' && url.startsWith('mailto:') && url.length <= 2000;

const said = (card: Card): string[] => [...runs(card), ...labels(card), card.speak ?? ''];

for (const locale of locales) {
  describe(`the cards in ${locale}`, () => {
    const shown = withBothTexts(gallery(words(locale)));
    const each = (found: (card: Card) => unknown[]) =>
      assert.deepEqual(
        shown
          .flatMap(({ name, card }) => {
            const wrong = found(card);
            return wrong.length === 0 ? [] : [`${name}: ${JSON.stringify(wrong).slice(0, 300)}`];
          })
          .slice(0, 20),
        [],
      );

    it('say what Partner Center says, its code and the correlation id wherever they say why it refused', () => {
      const { t } = words(locale);
      const say = (key: string): string => words(locale).say(key);
      // Some of our own faults say the same.
      const ours = [...keys]
        .filter((key) => /^(?:import\.)?fault\./.test(key))
        .map((key) => say(key).toLocaleLowerCase(locale));
      const whys = faultReasons
        .map((reason) => say(`reason.${reason}`).toLocaleLowerCase(locale))
        .filter((why) => !ours.some((fault) => fault.includes(why)));
      const { code, correlationId } = plantedRefusal('other');
      const ids = [t('refusal.code', { code }), t('trouble.correlation', { id: correlationId })];
      const begins = t('refusal.says', { said: '' }).slice(0, -1);
      each((card) => {
        const lines = runs(card);
        const isWhy = lines.some(
          (line) => line.startsWith('⚠') && whys.some((why) => line.toLocaleLowerCase(locale).includes(why)),
        );
        const theirs = [begins, ...ids].filter((part) => !lines.some((line) => line.includes(part)));
        // History keeps no sentence of Partner Center's: it may name a person.
        const isHistory =
          lines.some((line) => line === t('history.title')) || labels(card).includes(t('history.title'));
        return isWhy ? theirs.filter((part) => !isHistory || part !== begins) : [];
      });
    });

    it('are known to the renderer to the last property', () => each(problems));

    it('are small enough for Teams with as much in them as there can be', () =>
      each((card) =>
        JSON.stringify(card).length * 2 <= 28 * 1024 && fitsSizeLimit(card) ? [] : [JSON.stringify(card).length],
      ));

    it('say a version that every client draws', () => each(({ version }) => (version === '1.5' ? [] : [version])));

    it('say what they are to those who hear them', () =>
      each(({ speak }) => (typeof speak === 'string' && speak.trim() !== '' ? [] : [speak])));

    it('have only buttons that submit, open a mail or a page of the cloud, at most six of them in the bar', () =>
      each((card) => [
        ...actions(card).filter(
          ({ type, url }) => type !== 'Action.Submit' && !isMailLink(type, url) && !isPageLink(type, url),
        ),
        ...(card.actions ?? []).slice(6),
      ]));

    it('have a title on every button', () =>
      each((card) => actions(card).filter(({ title }) => typeof title !== 'string' || title.trim() === '')));

    it('recommend one button at most, the first of its bar', () =>
      each((card) => {
        const positive = actions(card).filter(({ style }) => style === 'positive');
        const inBar = (card.actions ?? []).findIndex(({ style }) => style === 'positive');
        return positive.length > 1 || inBar > 0 ? positive : [];
      }));

    it('have what takes something away last in its bar, and not beside the recommended one where there are others', () =>
      each((card) => {
        const styles = (card.actions ?? []).map(({ style }) => style);
        const at = styles.indexOf('destructive');
        const isLast = at === -1 || styles.slice(at).every((style) => style === 'destructive');
        const isApart = at < 2 || styles[at - 1] !== 'positive';
        return isLast && isApart ? [] : [styles];
      }));

    // A client that judges an input itself keeps every button from being pressed, or cuts what was pasted, without a word.
    it('have no input that a client judges by itself', () =>
      each((card) =>
        inputs(card).filter((input) =>
          ['isRequired', 'regex', 'min', 'max', 'maxLength', 'errorMessage'].some((name) => name in input),
        ),
      ));

    it('have a label on every input', () =>
      each((card) =>
        inputs(card).filter(({ type, label, title }) => {
          const text = type === 'Input.Toggle' ? title : label;
          return typeof text !== 'string' || text.trim() === '';
        }),
      ));

    it('have no two inputs of one name, and none that a button overwrites', () =>
      each((card) => {
        const ids = inputs(card).map(({ id }) => id);
        return ids.filter((id, at) => ids.indexOf(id) !== at || ['verb', 'token', 'argument'].includes(String(id)));
      }));

    it('leave judging to us: no input blocks a button', () =>
      each((card) => parts(card).filter((part) => 'isRequired' in part || 'regex' in part)));

    it('show the words of users as text only', () =>
      each((card) => labels(card).filter((text) => text.includes(mark) || text.includes('{{'))));

    it('leave no date macro for a client to fill in', () =>
      each((card) => runs(card).filter((text) => /\{{2}(?:DATE|TIME)\(/.test(text))));

    it('say nothing but words', () => each((card) => said(card).filter(isSlip)));
  });
}

describe('the gallery', () => {
  it('draws every card there is', () => {
    const made = sourcesOf('cards').flatMap(({ text }) =>
      [...text.matchAll(/export (?:const|function) (\w+Card)\b/g)].map(([, name]) => name ?? ''),
    );
    const drawn = sourcesOf('gallery')
      .map(({ text }) => text)
      .join('\n');
    // Drawn by every section, by the cart's section, by a draft at its end, and by each mail to a customer.
    const through = ['formCard', 'cartCard', 'reviewCard', 'customerMailCard'];
    assert.ok(made.length > 20);
    assert.deepEqual(
      made.filter((name) => !through.includes(name) && !new RegExp(`\\b${name}\\(`).test(drawn)),
      [],
    );
  });

  it('holds no state twice', () => {
    const names = gallery(words('en')).map(({ name }) => name);
    assert.deepEqual(
      names.filter((name, at) => names.indexOf(name) !== at),
      [],
    );
  });

  it('shows what users typed in most places where they can', () => {
    const planted = gallery(words('en')).filter(({ card }) => runs(card).some((text) => text.includes(mark)));
    assert.ok(planted.length > 45, `${String(planted.length)} cards hold a user's words`);
  });
});

describe('the judge', () => {
  const card = (element: object): Card => ({ type: 'AdaptiveCard', version: '1.5', body: [element as never] }); // wrong on purpose

  it('finds a misspelt property', () => {
    assert.deepEqual(problems(card({ type: 'TextBlock', text: 'a', wrpa: true })), [
      'not known to the renderer: /body/0/wrpa',
    ]);
  });

  it('finds an element the renderer does not know', () => {
    assert.notDeepEqual(problems(card({ type: 'TextBlok', text: 'a' })), []);
  });

  it('finds inputs of one name', () => {
    const input = { type: 'Input.Text', id: 'name', label: 'Name' };
    assert.notDeepEqual(problems(card({ type: 'Container', items: [input, input] })), []);
  });

  it('finds a list without choices', () => {
    assert.notDeepEqual(problems(card({ type: 'Input.ChoiceSet', id: 'country', label: 'Country', choices: [] })), []);
  });
});
