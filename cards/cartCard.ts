import type { Words } from '../locales/words.ts';
import type { Offer, Plan } from '../partner-center/offer.ts';
import type { Fault } from '../storage/draft.ts';
import { button, buttons } from './buttons.ts';
import { faultLine, group, paragraph, row, strong, subheading, type Card, type Element } from './elements.ts';
import { faultyInput } from './faultyInput.ts';
import { formCard, type Shell } from './formCard.ts';
import { searchInput } from './searchInput.ts';
import { answerFaultLines } from './reasons.ts';

/** One line of the cart on its card. */
export interface CartLineView {
  readonly offer: Offer | undefined;
  /** The name of an offer that is not there, or not yet. */
  readonly unknown: string;
  /** Its place in the cart, by which it is removed. */
  readonly index: number;
  readonly names: { readonly count: string; readonly plan: string };
  readonly count: string;
  readonly plan: string;
  readonly fault?: Fault;
}

/** What the cart's card shows besides what every card does. */
export interface CartView extends Shell {
  readonly lines: readonly CartLineView[];
  readonly find: string;
  readonly matches: readonly Offer[];
  /** Buttons stand beside names; below them takes less of a card's size. */
  readonly wide: boolean;
  /** How many offers were found, of which the first are listed. */
  readonly found: number;
  /** Of the matches that need a base offer which is not in the cart: the names of such offers. */
  readonly needBase: ReadonlyMap<string, string>;
  /** What came of adding an offer. */
  readonly again?: string;
  readonly full: boolean;
  /** Said while there is no line. */
  readonly empty: string;
  /** What is wrong with the cart as a whole. */
  readonly fault?: string;
  readonly notes: readonly string[];
  /** Said where not all offers are here, with the button that looks again. */
  readonly toCome?: { readonly lines: readonly Element[]; readonly button: string };
}

/** The cart: its lines with their counts, and below them a way to find another offer. */
export function cartCard(view: CartView): Card {
  const { words } = view;
  return formCard(words.t('section.subscriptions'), view, [
    ...view.notes.map((note) => paragraph(note, { subtle: true })),
    ...(view.again === undefined ? [] : [strong(view.again)]),
    ...view.lines.flatMap((line) => cartLine(line, view)),
    ...(view.lines.length === 0 ? [paragraph(view.empty)] : []),
    ...(view.full ? [strong(words.t('cart.full'))] : finder(view)),
  ]);
}

function cartLine(line: CartLineView, { words, token, wide }: CartView): Element[] {
  const remove = buttons(button(words.t('button.remove'), { verb: 'remove', token, argument: String(line.index) }));
  const name = strong(line.offer?.name ?? line.unknown);
  const inputs = lineInputs(line, words);
  const fault = wrongWith(line, 'offer', words);
  return wide
    ? [group([row([name], [remove]), ...inputs]), ...fault]
    : [{ ...name, separator: true }, ...inputs, ...fault, remove];
}

/** What a line's fault is about: one of its inputs, or the offer itself. */
const faultyPart = ({ offer, fault }: CartLineView): 'count' | 'plan' | 'offer' => {
  if (offer === undefined || fault === undefined) return 'offer';
  if (fault.key === 'fault.cart.unknown-plan') return 'plan';
  return fault.key.startsWith('fault.cart.quantity') ? 'count' : 'offer';
};

const wrongWith = (line: CartLineView, part: ReturnType<typeof faultyPart>, words: Words): Element[] =>
  line.fault === undefined || faultyPart(line) !== part ? [] : answerFaultLines(line.fault, words);

function lineInputs(line: CartLineView, words: Words): Element[] {
  const { offer, names, count, plan } = line;
  if (offer === undefined) return [];
  const [wrongPlan, wrongCount] = [wrongWith(line, 'plan', words), wrongWith(line, 'count', words)];
  return [
    ...(offer.plans.length > 1
      ? faultyInput(words.t('field.billing'), planInput(offer, names.plan, plan, words), wrongPlan, words)
      : [paragraph(planWords(offer.plans[0], words)), ...wrongPlan]),
    ...(offer.unit === 'usage'
      ? [paragraph(words.t('cart.usage')), ...wrongCount]
      : faultyInput(countLabel(offer, words), countInput(names.count, count), wrongCount, words)),
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

const countLabel = (offer: Offer, words: Words): string =>
  words.t('form.pair', { label: words.say(`unit.${offer.unit}`), hint: countRange(offer, words) });

const countRange = (offer: Offer, words: Words): string =>
  offer.min === offer.max
    ? words.t('cart.fixed', { n: offer.min })
    : words.t('cart.range', { min: offer.min, max: offer.max });

/** A plan in words: how long it binds, and how often it is billed. */
export function planWords(plan: Plan | undefined, words: Words): string {
  if (plan === undefined) return '';
  const term = words.duration(plan.term);
  return plan.billing === 'none' ? term : words.t('cart.plan', { term, billing: words.say(`billing.${plan.billing}`) });
}

function finder(view: CartView): Element[] {
  const { words, token, find, matches } = view;
  const { t } = words;
  const [input, ...wrong] = faultyInput(
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
    ...(matches.length === 0 && view.toCome === undefined ? [paragraph(t('cart.noHits'))] : []),
    ...matches.flatMap((offer) => match(offer, view)),
    ...(view.found > matches.length
      ? [paragraph(t('cart.found', { shown: matches.length, all: view.found }), { subtle: true })]
      : []),
    ...toCome(view),
  ];
}

function toCome({ toCome: more, token }: CartView): Element[] {
  if (more === undefined) return [];
  return [...more.lines, buttons(button(more.button, { verb: 'moreOffers', token }))];
}

function match(offer: Offer, { words, token, needBase }: CartView): Element[] {
  const name = paragraph(offer.name);
  // Below the name: beside it, a phone would leave the name no room.
  const base = needBase.get(offer.id);
  if (base !== undefined) {
    const text = base === '' ? words.t('fault.cart.needs-base') : words.t('cart.needsBaseOf', { base });
    return [name, { ...paragraph(text, { subtle: true }), spacing: 'None' }];
  }
  return [row([name], [buttons(button(words.t('button.add'), { verb: 'add', token, argument: offer.id }))])];
}
