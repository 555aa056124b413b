import type { Words } from '../locales/words.ts';
import type { Offer, Plan } from '../partner-center/rules/catalog.ts';
import type { Fault } from '../model/draft.ts';
import {
  below,
  button,
  buttons,
  dangerButton,
  type Element,
  faultLine,
  group,
  inputPair,
  paragraph,
  row,
  strong,
  subheading,
} from './elements.ts';
import { inputWithFaults, searchInput } from './inputs.ts';
import { readyCartButtons, readyCartNoticeLines, type ReadyCartsView } from './readyCarts.ts';
import type { FormFrame } from './sectionCards.ts';
import { answerFaultLines } from './faultLines.ts';
import { entryButton } from './listEntry.ts';

/** One line of the cart on its card. */
export interface CartLineView {
  readonly offer: Offer | undefined;
  /** Name of an offer that is not in the catalog, or not loaded yet. */
  readonly unknown: string;
  /** Index in the cart, by which the line is removed. */
  readonly index: number;
  readonly names: { readonly count: string; readonly plan: string };
  readonly count: string;
  readonly plan: string;
  readonly fault?: Fault;
  /** Licenses that the customer had of it before, in words. */
  readonly held?: string;
}

/** Data of the cart. */
export interface CartView extends Pick<FormFrame, 'words' | 'token'> {
  readonly lines: readonly CartLineView[];
  readonly find: string;
  readonly matches: readonly Offer[];
  /** True where buttons stand beside names; below them they take less of a card's size. */
  readonly wide: boolean;
  /** Number of offers found, of which the first are listed. */
  readonly found: number;
  /** Names of missing base offers, by the id of the match that needs one. */
  readonly needBase: ReadonlyMap<string, string>;
  /** Result of adding an offer, in words. */
  readonly addResult?: string;
  readonly full: boolean;
  /** Bundles, and the last customer's cart. */
  readonly ready?: ReadyCartsView;
  /** Text shown while there is no line. */
  readonly empty: string;
  /** Fault of the cart as a whole. */
  readonly fault?: string;
  readonly notes: readonly string[];
  /** Notes about what was searched for. */
  readonly searchNotes: readonly string[];
  /** Lines shown while some offers are missing, with the button that looks again. */
  readonly incomplete?: { readonly lines: readonly Element[]; readonly button: string };
}

/** The cart's lines with their counts, and a search for another offer below. */
export const cartElements = (view: CartView): Element[] => [
  ...view.notes.map((note) => paragraph(note, { subtle: true })),
  ...(view.addResult === undefined ? [] : [strong(view.addResult)]),
  ...(view.ready === undefined ? [] : readyCartNoticeLines(view.ready)),
  ...view.lines.flatMap((line) => cartLine(line, view)),
  ...(view.lines.length === 0 ? [paragraph(view.empty)] : []),
  ...(view.ready === undefined ? [] : readyCartButtons(view.ready)),
  ...(view.full ? [strong(view.words.t('cart.full'))] : offerSearch(view)),
];

function cartLine(line: CartLineView, { words, token, wide }: CartView): Element[] {
  const offerName = line.offer?.name ?? line.unknown;
  const remove = buttons(
    entryButton(
      dangerButton(words.t('button.remove'), { verb: 'remove', token, argument: String(line.index) }),
      offerName,
      words,
    ),
  );
  const name = strong(offerName);
  const held = line.held === undefined ? [] : [below(paragraph(line.held, { subtle: true }))];
  const [plan, count] = lineInputs(line, words);
  const fault = faultLinesAt(line, 'offer', words);
  const inputs = plan.length === 0 ? [] : [inputPair(plan, count)];
  return wide
    ? [group([row([name], [remove]), ...held, ...inputs]), ...fault]
    : [{ ...name, separator: true }, ...held, ...plan, ...count, ...fault, remove];
}

/** The part of a line that its fault belongs to: one of its inputs, or the offer itself. */
const faultyPart = ({ offer, fault }: CartLineView): 'count' | 'plan' | 'offer' => {
  if (offer === undefined || fault === undefined) return 'offer';
  if (fault.key === 'fault.cart.unknown-plan') return 'plan';
  return fault.key.startsWith('fault.cart.quantity') ? 'count' : 'offer';
};

const faultLinesAt = (line: CartLineView, part: ReturnType<typeof faultyPart>, words: Words): Element[] =>
  line.fault === undefined || faultyPart(line) !== part ? [] : answerFaultLines(line.fault, words);

/** The billing of a line, and its number of licenses; nothing for an offer that is not known. */
function lineInputs(line: CartLineView, words: Words): [billing: Element[], count: Element[]] {
  const { offer, names, count, plan } = line;
  if (offer === undefined) return [[], []];
  const [wrongPlan, wrongCount] = [faultLinesAt(line, 'plan', words), faultLinesAt(line, 'count', words)];
  return [
    offer.plans.length > 1
      ? inputWithFaults(words.t('field.billing'), planInput(offer, names.plan, plan, words), wrongPlan, words)
      : [paragraph(planWords(offer.plans[0], words)), ...wrongPlan],
    offer.unit === 'usage'
      ? [paragraph(words.t('cart.usage')), ...wrongCount]
      : inputWithFaults(countLabel(offer, words), countInput(names.count, count), wrongCount, words),
  ];
}

const planInput =
  (offer: Offer, id: string, value: string, words: Words) =>
  (label: string): Element => ({
    type: 'Input.ChoiceSet',
    id,
    label,
    value,
    choices: offer.plans.map((plan, index) => ({ title: planWords(plan, words), value: String(index) })),
  });

// Input.Text and not Input.Number: a client judges a number itself and drops what it does not like, unseen by us.
const countInput =
  (id: string, value: string) =>
  (label: string): Element => ({ type: 'Input.Text', id, label, value: value.slice(0, 20) });

/** The label of a number; limits are said where they were missed, and a number that cannot be chosen here. */
function countLabel({ unit, min, max }: Offer, words: Words): string {
  const label = words.say(`unit.${unit}`);
  return min === max ? words.t('form.pair', { label, hint: words.t('cart.fixed', { n: min }) }) : label;
}

/** Term and billing of a plan, in words. */
export function planWords(plan: Plan | undefined, words: Words): string {
  if (plan === undefined) return '';
  const term = words.duration(plan.term);
  return plan.billing === 'none' ? term : words.t('cart.plan', { term, billing: words.say(`billing.${plan.billing}`) });
}

function offerSearch(view: CartView): Element[] {
  const { words, token, find, matches } = view;
  const { t } = words;
  const [input, ...wrong] = inputWithFaults(
    t('field.find'),
    (label) =>
      searchInput(
        {
          id: 'find',
          label,
          placeholder: t('cart.findHint'),
          value: find.slice(0, 100),
          find: { verb: 'find', token },
        },
        words,
      ),
    view.fault === undefined ? [] : [faultLine(view.fault)],
    words,
  );
  return [
    subheading(t('cart.addOffer')),
    input,
    ...wrong,
    ...(matches.length === 0 ? noMatchLines(view) : []),
    ...view.searchNotes.map((note) => paragraph(note, { subtle: true })),
    ...matches.flatMap((offer) => offerMatch(offer, view)),
    ...(view.found > matches.length
      ? [paragraph(t('cart.found', { shown: matches.length, all: view.found }), { subtle: true })]
      : []),
    ...unlistedOffers(view),
  ];
}

/** Line beneath a search without a match; without letters to leave out, a note that says why is enough. */
function noMatchLines({ words: { t }, find, notes, incomplete }: CartView): Element[] {
  if (incomplete !== undefined) return [];
  if (find.trim() !== '') return [paragraph(t('cart.noHits'))];
  return notes.length > 0 ? [] : [paragraph(t('cart.noOffers'))];
}

function unlistedOffers({ incomplete: more, token }: CartView): Element[] {
  if (more === undefined) return [];
  return [...more.lines, buttons(button(more.button, { verb: 'moreOffers', token }))];
}

function offerMatch(offer: Offer, { words, token, needBase }: CartView): Element[] {
  const name = paragraph(offer.name);
  // Below the name: beside it, a phone would leave the name no room.
  const base = needBase.get(offer.id);
  if (base !== undefined) {
    const text = base === '' ? words.t('fault.cart.needs-base') : words.t('cart.needsBaseOf', { base });
    return [name, { ...paragraph(text, { subtle: true }), spacing: 'None' }];
  }
  return [
    row(
      [name],
      [
        buttons(
          entryButton(button(words.t('button.add'), { verb: 'add', token, argument: offer.id }), offer.name, words),
        ),
      ],
    ),
  ];
}
