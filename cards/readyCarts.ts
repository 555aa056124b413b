import { withoutMarkup } from '../lib/text.ts';
import type { Words } from '../locales/words.ts';
import type { BundleLine, ReadyCart, ReadyCarts } from '../model/bundle.ts';
import { button, buttons, type Element, paragraph, row, strong } from './elements.ts';
import { entryButton } from './listEntry.ts';

/** Bundles on the cart's card before `More` is pressed. */
const fewBundles = 4;

/** Maximum of buttons in one row: the renderer's own limit. */
const maxButtons = 5;

/** Data of the part of the cart's card that offers ready carts. */
export interface ReadyCartsView {
  readonly words: Words;
  readonly token: string;
  readonly carts: ReadyCarts;
  /** True when every bundle is shown. */
  readonly all: boolean;
  /** True while the cart has no line. */
  readonly empty: boolean;
  /** Result of putting one in, in words. */
  readonly notices: readonly string[];
}

/** Lines that say what a press put into the cart, and what was left out. */
export const readyCartNoticeLines = ({ notices }: Pick<ReadyCartsView, 'notices'>): Element[] => notices.map(strong);

/** Buttons that put a ready cart in, save this one as a bundle, or lead to the list of bundles. */
export function readyCartButtons({ words, token, carts, all, empty }: ReadyCartsView): Element[] {
  const { t } = words;
  const { bundles, last, mayKeep } = carts;
  // Many buttons are a wall in which nothing is found: those are a list to choose from.
  const isList = all && bundles.length > fewBundles;
  const shown = isList ? [] : bundles.slice(0, fewBundles);
  const putIn = [
    ...shown.map(({ id, name }) => button(withoutMarkup(name), { verb: 'putBundle', token, argument: id })),
    ...(isList || shown.length === bundles.length
      ? []
      : [button(t('button.moreBundles'), { verb: 'allBundles', token })]),
  ];
  const kept = [
    ...(mayKeep && !empty ? [button(t('button.saveBundle'), { verb: 'nameBundle', token })] : []),
    ...(mayKeep && bundles.length > 0 ? [button(t('button.bundles'), { verb: 'bundles', token })] : []),
  ];
  return [
    ...(last === undefined || !empty ? [] : [buttons(button(lastTitle(last, words), { verb: 'putLast', token }))]),
    ...(shown.length === 0 ? [] : [paragraph(t('bundle.putInOne'), { subtle: true })]),
    ...(isList ? [bundleChoice(bundles, words, token)] : []),
    ...inRows(putIn, kept).map((some) => buttons(...some)),
  ];
}

/** List of all bundles, beside it the button that puts the chosen one in. */
function bundleChoice(bundles: readonly ReadyCarts['bundles'][number][], words: Words, token: string): Element {
  const { t } = words;
  const list: Element = {
    type: 'Input.ChoiceSet',
    id: 'bundle',
    label: t('bundle.nameTitle'),
    style: 'compact',
    placeholder: t('form.choose'),
    choices: bundles.map(({ id, name }) => ({ title: withoutMarkup(name), value: id })),
  };
  return row(
    [list],
    [buttons(entryButton(button(t('button.add'), { verb: 'putBundle', token }), t('bundle.nameTitle'), words))],
    'Bottom',
  );
}

/** All in one row where it has room for them, else each list in its own. */
const inRows = <T>(...lists: readonly (readonly T[])[]): (readonly T[])[] =>
  (lists.flat().length <= maxButtons ? [lists.flat()] : lists).filter(({ length }) => length > 0);

/** Maximum of characters of the title that tells the last customer's cart. */
const maxTitleLength = 90;

function lastTitle({ name, lines }: ReadyCart, words: Words): string {
  const customer = clipped(withoutMarkup(name), 30);
  return clipped(
    words.t('bundle.asFor', { customer, lines: withoutMarkup(linesInShort(lines, words)) }),
    maxTitleLength,
  );
}

const clipped = (text: string, most: number): string => {
  const characters = Array.from(text);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
};

/** The lines of a ready cart in one line, such as “5 × Microsoft 365 Business, Phone System”. */
export const linesInShort = (lines: readonly BundleLine[], words: Words): string =>
  words.list(
    lines.map(({ offer, offerName = offer, quantity }) =>
      quantity === undefined ? offerName : words.t('bundle.line', { n: quantity, offer: offerName }),
    ),
  );
