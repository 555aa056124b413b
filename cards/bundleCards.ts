import type { Words } from '../locales/words.ts';
import type { Bundle } from '../model/bundle.ts';
import {
  below,
  button,
  buttons,
  card,
  type Card,
  command,
  dangerButton,
  type Element,
  faultLine,
  fitsSizeLimit,
  group,
  heading,
  paragraph,
  type PressData,
  shortened,
  strong,
} from './elements.ts';
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
}

/** Card that asks for the name under which a cart is saved, or for another name of a bundle. */
export function bundleNameCard({ words, name, fault, about, save, back }: BundleNameView): Card {
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
    [button(t('button.save'), save, true), button(t('button.return'), back)],
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
}

/** Most characters of a bundle's lines in the list, the layouts of which there is room for, best first. */
const lengths = [200, 80, 0];

/** Card with all bundles of the partner, to rename or delete those that were saved here. */
export function bundleListCard(view: BundleListView): Card {
  const made = lengths.map((length) => layOutList(view, length));
  return made.find(fitsSizeLimit) ?? layOutList({ ...view, saved: view.saved.slice(0, 20), fixed: [] }, 0);
}

function layOutList({ words, saved, fixed, draft, result }: BundleListView, length: number): Card {
  const { t } = words;
  const title = t('bundle.listTitle');
  const lines = (one: Bundle): Element[] =>
    length === 0
      ? []
      : [below(paragraph(Array.from(linesInShort(one.lines, words)).slice(0, length).join(''), { subtle: true }))];
  return card(
    title,
    [
      heading(title),
      ...(result === undefined ? [] : [strong(result)]),
      ...(saved.length + fixed.length === 0 ? [paragraph(t('bundle.none'))] : []),
      ...saved.map((one) =>
        group([
          strong(shortened(one.name)),
          ...lines(one),
          buttons(
            button(t('button.rename'), { verb: 'renameBundle', argument: one.id }),
            dangerButton(t('button.delete'), { verb: 'deleteBundle', argument: one.id }),
          ),
        ]),
      ),
      ...fixed.map((one) => group([strong(shortened(one.name)), ...lines(one)])),
      ...(fixed.length === 0 ? [] : [paragraph(t('bundle.fixed'), { subtle: true })]),
    ],
    [
      ...(draft === undefined ? [] : [button(t('button.continue'), { verb: 'continueDraft', argument: draft }, true)]),
      button(t('button.help'), command('help')),
    ],
  );
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
