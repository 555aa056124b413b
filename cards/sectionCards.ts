import type { Draft } from '../model/draft.ts';
import type { Words } from '../locales/words.ts';
import {
  below,
  button,
  buttons,
  card,
  type Card,
  type Element,
  type Fact,
  factLines,
  faultLine,
  fitToSizeLimit,
  heading,
  headingRow,
  paragraph,
  row,
  stacked,
  strong,
  subheading,
} from './elements.ts';
import { entryButton } from './listEntry.ts';
import { titledFacts } from './labels.ts';

/** Data every form card has around its own body. */
export interface FormFrame {
  readonly words: Words;
  /** `draft.revision`, which distinguishes the present card from an old one. */
  readonly token: string;
  readonly step: { readonly n: number; readonly m: number };
  /** Title of the Next button, e.g. "Next: Subscriptions". */
  readonly next: string;
  /** Subject of the form where that is not a new customer, e.g. “Subscriptions for Contoso”. */
  readonly about?: string;
  /** True where there is a card to go back to. */
  readonly back: boolean;
  /** Faults by the id of the input. */
  readonly faults: Readonly<Record<string, unknown>>;
  /** The line about the sections answered before, where there are some. */
  readonly done?: string;
  /** True where the card has room for its inputs alone: no lines about other sections, no titles of its own. */
  readonly lean: boolean;
  /** Text above the inputs, about what was answered before. */
  readonly note?: string;
  /** The customer in the partner's list that the new one may be. */
  readonly alike?: NonNullable<Draft['alike']>;
}

/** One section on a form card. */
export interface FormPart {
  readonly title: string;
  /** Text above its inputs, e.g. the reason it is asked again. */
  readonly note?: string;
  readonly body: readonly Element[];
}

/** Number of inputs that fit above the buttons on a small screen; with more, a fault above them is out of sight. */
const inputsInSight = 4;

/**
 * A form's card: title with its step, what was answered before, the number of faults, its sections, and Next, Back,
 * Cancel. A single section goes by the card's title; several have their own below it. Only faults of inputs on the card
 * are counted: others cannot be corrected here. On a long card their number is repeated right above the buttons, because
 * nothing can scroll a card in Teams.
 */
export function formCard(title: string, frame: FormFrame, parts: readonly FormPart[]): Card {
  const { words, step, faults, about, done, note } = frame;
  const { t } = words;
  const inputs = inputIds(parts.map(({ body }) => body));
  const wrong = inputs.filter((id) => Object.hasOwn(faults, id)).length;
  const faultCount = wrong === 0 ? [] : [faultLine(t('form.faults', { n: wrong }))];
  const summary = t('form.summary', { title, step: t('form.step', step) });
  return card(
    wrong === 0 ? summary : words.sentences([t('form.faults', { n: wrong }), summary]),
    [
      ...(frame.lean ? [heading(title)] : [headingRow(title, t('form.step', step))]),
      ...(about === undefined ? [] : [strong(about)]),
      ...(frame.lean || done === undefined
        ? []
        : [{ ...paragraph(done, { subtle: true }), spacing: 'Small' as const }]),
      ...(note === undefined ? [] : [strong(note)]),
      ...alikeLines(frame),
      ...faultCount,
      ...parts.flatMap((part) => partElements(part, parts.length > 1 && !frame.lean, words)),
      ...(inputs.length > inputsInSight && !frame.lean ? faultCount : []),
    ],
    [button(frame.next, { verb: 'next', token: frame.token }, true), ...exitButtons(frame)],
  );
}

/** The warning that the customer is in the partner's list already, and the button that opens it there. */
const alikeLines = ({ words: { t }, alike }: Pick<FormFrame, 'words' | 'alike'>): readonly Element[] =>
  alike === undefined
    ? []
    : [
        strong(t(`alike.${alike.by}`)),
        buttons(button(t('button.openCustomer'), { verb: 'customer', argument: alike.ref })),
      ];

/** A part's elements; its title is left out where an input's label says it. */
const partElements = ({ title, note, body }: FormPart, isTitled: boolean, words: Words): readonly Element[] => [
  ...(isTitled && !body.some((element) => isLabelled(element, title, words)) ? [subheading(title)] : []),
  ...(note === undefined ? [] : [strong(note)]),
  ...body,
];

const isLabelled = (element: Element, title: string, { t }: Words): boolean =>
  'label' in element && [title, t('form.atFault', { label: title })].includes(element.label ?? '');

/** The ids of every input of a body, from top to bottom. */
function inputIds(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(inputIds);
  if (typeof part !== 'object' || part === null) return [];
  const { type, id } = part as { readonly type?: unknown; readonly id?: unknown };
  if (typeof type === 'string' && type.startsWith('Input.')) return typeof id === 'string' ? [id] : [];
  const { items, columns } = part as { readonly items?: unknown; readonly columns?: unknown };
  return [items, columns].flatMap(inputIds);
}

/** Buttons that leave an open form card. */
const exitButtons = ({ words, token, back }: Pick<FormFrame, 'words' | 'token' | 'back'>) => [
  ...(back ? [button(words.t('button.back'), { verb: 'back', token })] : []),
  button(words.t('button.cancel'), { verb: 'cancel', token }),
];

/** One part of the review. */
interface ReviewPart {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** Data of the review's card. */
interface ReviewView extends Pick<FormFrame, 'words' | 'token' | 'step' | 'about' | 'alike'> {
  /** Text that says what to check. */
  readonly intro: string;
  readonly parts: readonly ReviewPart[];
  /** Warnings shown before Submit. */
  readonly warnings?: readonly string[];
  /** Notes above Submit. */
  readonly notes: readonly string[];
  /** Further buttons before those that leave the card. */
  readonly more?: readonly ReturnType<typeof button>[];
  /** Title of Submit; absent while there is nothing to submit. */
  readonly submit?: string;
}

/** A piece that a phone would break, were it beside a button: a domain, an address, a great number with its word. */
const longWord = /[^ \p{Script=Han}]{18}/u;

/** A fact as it stands beside a button: what has a long word is beneath. */
function besideButton(fact: Fact): [beside: Fact, ...beneath: Fact[]] {
  const { label, name, value } = fact;
  if (name === undefined) return [fact];
  if (longWord.test(name))
    return [
      { label, value: '' },
      { ...fact, label: '' },
    ];
  return longWord.test(value)
    ? [
        { ...fact, value: '' },
        { label: '', value },
      ]
    : [fact];
}

/**
 * A part's facts, the first labelled by the part's title where it has no label of its own; beside that one Update, so
 * that the others have the card's whole width.
 */
function reviewRow({ id, title, facts }: ReviewPart, { words, token }: ReviewView): Element {
  const { t } = words;
  const [first, ...others] = titledFacts(title, facts, words);
  const [named, ...beneath] = besideButton(first);
  const update = entryButton(button(t('button.update'), { verb: 'update', token, argument: id }), title, words);
  return {
    type: 'Container',
    items: [row(factLines([named]), [buttons(update)]), ...factLines([...beneath, ...others]).map(below)],
    separator: true,
    spacing: 'Small',
  };
}

/** Card of all answers, each part with its Update, and Submit where there is something to submit. */
export function reviewCard(view: ReviewView): Card {
  const { words, token, step, about, submit } = view;
  const { t } = words;
  const whole = card(
    t('form.summary', { title: t('review.title'), step: t('form.step', step) }),
    [
      headingRow(t('review.title'), t('form.step', step)),
      ...(about === undefined ? [] : [strong(about)]),
      { ...paragraph(view.intro), spacing: 'Small' },
      // The company's address names the country, and its card changes it.
      ...view.parts.filter(({ id }) => id !== 'country').map((part) => reviewRow(part, view)),
      ...alikeLines(view),
      ...(view.warnings ?? []).map(strong),
      ...stacked(view.notes.map((note) => paragraph(note, { subtle: true }))),
    ],
    [
      ...(submit === undefined ? [] : [button(submit, { verb: 'submit', token }, true)]),
      ...(view.more ?? []),
      ...exitButtons({ words, token, back: true }),
    ],
  );
  return fitToSizeLimit(whole);
}
