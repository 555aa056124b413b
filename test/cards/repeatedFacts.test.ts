import assert from 'node:assert/strict';
import { subscriptionStatuses } from '../../cards/labels.ts';
import { gallery } from '../../gallery/cards.ts';
import { mark } from '../../gallery/hostileText.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';

type Part = Readonly<Record<string, unknown>>;

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null;

/** All elements of a card, from top to bottom. */
function elements(part: unknown): Part[] {
  if (Array.isArray(part)) return part.flatMap(elements);
  if (!isPart(part)) return [];
  return [part, ...['body', 'items', 'columns'].flatMap((name) => elements(part[name]))];
}

/** A text without its punctuation, signs and case. */
const bare = (text: unknown): string =>
  String(text)
    .replaceAll(/[\s:：✓⚠●]/gu, '')
    .toLowerCase();

/** Texts that stand above something: titles of the card and its parts; and labels of facts and inputs. */
function namesOn(card: unknown): { readonly titles: string[]; readonly labels: string[] } {
  const all = elements(card);
  const titles = all.filter(({ style }) => style === 'heading').map(({ text }) => bare(text));
  const labels = all.flatMap(({ type, label, inlines }) => {
    if (typeof label === 'string') return [bare(label)];
    const [first] = type === 'RichTextBlock' && Array.isArray(inlines) ? (inlines as readonly unknown[]) : [];
    return isPart(first) && first['isSubtle'] === true && /[:：]\s*$/.test(String(first['text']))
      ? [bare(first['text'])]
      : [];
  });
  return { titles, labels };
}

/** All texts of a line, in order. */
const piecesOf = ({ inlines }: Part): string[] =>
  (Array.isArray(inlines) ? (inlines as readonly unknown[]) : []).map((piece) =>
    isPart(piece) ? String(piece['text']) : String(piece),
  );

/** True for a line in bold that is no sentence. */
const isName = (one: Part): boolean =>
  JSON.stringify(one['inlines'] ?? '').includes('"weight":"Bolder"') && !/[.!?…。！？]$/u.test(piecesOf(one).join(''));

/** States that stand behind a ● and once more in the line beneath it. */
function statesSaidAgain(card: unknown, statuses: readonly string[]): string[] {
  const lines = elements(card).map(piecesOf);
  return lines.flatMap((pieces, at) => {
    const state = bare(pieces[pieces.indexOf('●') + 1]);
    const next = lines[at + 1] ?? [];
    const isSaidAgain = !next.includes('●') && bare(next.join('')).includes(state);
    return pieces.includes('●') && statuses.includes(state) && isSaidAgain ? [state] : [];
  });
}

describe('the cards', () => {
  for (const locale of locales)
    it(`say what an extended service term costs once, for however many subscriptions: ${locale}`, () => {
      const [begin = ''] = words(locale).t('lifecycle.surcharge', { uplift: '|' }).split('|');
      const said = gallery(words(locale)).map(({ name, card }) => ({
        name,
        times: elements(card).filter((one) => piecesOf(one).join('').includes(begin)).length,
      }));
      assert.ok(said.filter(({ times }) => times === 1).length >= 5);
      assert.deepEqual(
        said.filter(({ times }) => times > 1),
        [],
      );
    });

  for (const locale of locales)
    it(`say a subscription’s state once, behind its mark: ${locale}`, () => {
      const statuses = subscriptionStatuses.map((status) => bare(words(locale).t(`status.${status}`)));
      const twice = gallery(words(locale)).flatMap(({ name, card }) =>
        statesSaidAgain(card, statuses).map((state) => `${name}: ${state}`),
      );
      assert.deepEqual(twice, []);
    });

  for (const locale of locales)
    it(`do not begin the name beneath their title with that title: ${locale}`, () => {
      const twice = gallery(words(locale)).flatMap(({ name, card }) => {
        const [title, ...below] = elements(card).filter(({ type }) => type === 'TextBlock' || type === 'RichTextBlock');
        const names = below
          .slice(0, 2)
          .filter(isName)
          .map((one) => bare(piecesOf(one).join('')));
        const said = bare(title?.['text']);
        return names.some((text) => text.startsWith(said) || text.endsWith(said)) ? [name] : [];
      });
      assert.deepEqual(twice, []);
    });

  for (const locale of locales)
    it(`name nothing twice, by a title and the label beneath it, or by the heading of success and a state: ${locale}`, () => {
      const { t } = words(locale);
      const saidByHeading = [t('stage.customer'), t('stage.subscriptions')].map(bare);
      const twice = gallery(words(locale)).flatMap(({ name, card }) => {
        const { titles, labels } = namesOn(card);
        const named = titles.slice(1).filter((title, at, all) => labels.includes(title) || all.indexOf(title) !== at);
        const states = name.startsWith('confirmation') ? labels.filter((label) => saidByHeading.includes(label)) : [];
        return [...named, ...states].filter((text) => !text.includes(bare(mark))).map((text) => `${name}: ${text}`);
      });
      assert.deepEqual(twice, []);
    });
});
