import type { Words } from '../locales/words.ts';
import type { Bundle } from '../model/bundle.ts';
import {
  bold,
  button,
  card,
  type Card,
  command,
  cutTo,
  dangerButton,
  type Element,
  faultLine,
  heading,
  paragraph,
  type PressData,
  shortened,
  strong,
  subtle,
} from './elements.ts';
import { listEntry, wideEntry } from './listEntry.ts';
import { positionLines } from './page.ts';
import { titleLines } from './titleLines.ts';
import { inputWithFaults } from './inputs.ts';
import { linesInShort } from './readyCarts.ts';

/** Data of the card that asks for a bundle's name. */
interface BundleNameView {
  readonly words: Words;
  readonly name: string;
  readonly fault?: string;
  /** Lines of the bundle, in words. */
  readonly about: string;
  readonly save: PressData;
  /** The way back: the cart, or the list. */
  readonly back: PressData;
  /** Asks whether to delete it; absent for a cart that is no bundle yet. */
  readonly remove?: PressData;
}

/** Card that asks for the name under which a cart is saved, or for another name of a bundle. */
export function bundleNameCard({ words, name, fault, about, save, back, remove }: BundleNameView): Card {
  const { t } = words;
  const title = t('bundle.nameTitle');
  const faults = fault === undefined ? [] : [faultLine(fault)];
  return card(
    title,
    [
      heading(title),
      ...(about === '' ? [] : [paragraph(about)]),
      ...inputWithFaults(
        t('field.bundleName'),
        (label): Element => ({ type: 'Input.Text', id: 'bundleName', label, value: name }),
        faults,
        words,
      ),
      paragraph(t('bundle.forAll'), { subtle: true }),
    ],
    [
      button(t('button.save'), save, true),
      button(t('button.return'), back),
      ...(remove === undefined ? [] : [dangerButton(t('button.delete'), remove)]),
    ],
  );
}

/** Data of the list of bundles. */
interface BundleListView {
  readonly words: Words;
  /** Bundles that users saved. */
  readonly saved: readonly Bundle[];
  /** Bundles of the partners file, which stay as they are. */
  readonly fixed: readonly Bundle[];
  /** Id of the draft that is open. */
  readonly draft?: string;
  /** Result of the last press, in words. */
  readonly result?: string;
  /** Number of bundles before the first one shown. */
  readonly from?: number;
}

/** Most characters of a bundle's lines in the list. */
const maxLinesLength = 120;

/** Most bundles on one card. */
const bundlesPerCard = 15;

/** Card with the bundles of the partner, one page at a time; those that were saved here can be changed. */
export function bundleListCard({ words, saved, fixed, draft, result, from = 0 }: BundleListView): Card {
  const { t } = words;
  const title = t('bundle.listTitle');
  const all = [...saved.map((one) => bundleEntry(one, words, true)), ...fixed.map((one) => bundleEntry(one, words))];
  const first = from < all.length ? from : 0;
  const end = Math.min(all.length, first + bundlesPerCard);
  return card(
    title,
    [
      heading(title),
      ...(result === undefined ? [] : [strong(result)]),
      ...(all.length === 0 ? [paragraph(t('bundle.none'))] : []),
      ...(all.length > bundlesPerCard ? positionLines({ from: first + 1, to: end, of: all.length }, words) : []),
      ...all.slice(first, end),
      ...(end > saved.length ? [paragraph(t('bundle.fixed'), { subtle: true })] : []),
    ],
    [
      ...(draft === undefined ? [] : [button(t('button.continue'), { verb: 'continueDraft', argument: draft }, true)]),
      ...(end < all.length ? [button(t('button.nextPage'), { verb: 'bundleList', argument: String(end) })] : []),
      ...(first > 0 ? [button(t('button.firstPage'), { verb: 'bundleList' })] : []),
      button(t('button.help'), command('help')),
    ],
  );
}

/** A bundle in the list, with the button that opens it where it can be changed. */
function bundleEntry({ id, name, lines }: Bundle, words: Words, isSaved = false): Element {
  const about = [subtle(cutTo(linesInShort(lines, words), maxLinesLength))];
  const open = button(words.t('button.open'), { verb: 'renameBundle', argument: id });
  const title = [bold(shortened(name))];
  return isSaved ? wideEntry(words, title, about, open) : listEntry(words, title, about);
}

/** Card that asks before a bundle is deleted for everybody. */
export function deleteBundleCard({ id, name, lines }: Bundle, words: Words): Card {
  const { t } = words;
  const title = t('bundle.deleteTitle');
  return card(
    title,
    [...titleLines(title, shortened(name)), paragraph(linesInShort(lines, words)), paragraph(t('bundle.deleteForAll'))],
    [
      button(t('button.return'), { verb: 'bundleList' }),
      dangerButton(t('button.delete'), { verb: 'dropBundle', argument: id }),
    ],
  );
}
