import type { Words } from '../locales/words.ts';
import { button } from './buttons.ts';
import { card, faultLine, heading, paragraph, strong, type Card, type Element } from './elements.ts';

/** What every card of the conversation has around its own body. */
export interface Shell {
  readonly words: Words;
  /** `draft.revision`: tells the present card from an old one. */
  readonly token: string;
  readonly step: { readonly n: number; readonly m: number };
  /** Title of the button that goes on, e.g. "Next: Subscriptions". */
  readonly next: string;
  /** Whom or what it is about, where that is not a new customer, e.g. “Subscriptions for Contoso”. */
  readonly about?: string;
  /** There is a card to go back to. */
  readonly back: boolean;
  /** Inputs at fault. */
  readonly faults: Readonly<Record<string, unknown>>;
  /** Said above the inputs, e.g. why this is asked again. */
  readonly note?: string;
}

/** Inputs that fit above the buttons of a card on a small screen; a fault above more of them is out of sight. */
const inputsInSight = 3;

/**
 * A card that asks: title, step, the number of faults, a body of inputs, and Next, Back, Cancel, Language. Only faults
 * of inputs on the card are counted: what is wrong elsewhere cannot be mended here. On a long card their number is said
 * again right above the buttons, because nothing can scroll a card in Teams.
 */
export function formCard(title: string, shell: Shell, body: readonly Element[]): Card {
  const { words, step, faults } = shell;
  const { t } = words;
  const inputs = inputIds(body);
  const wrong = inputs.filter((id) => Object.hasOwn(faults, id)).length;
  const faultCount = wrong === 0 ? [] : [faultLine(t('form.faults', { n: wrong }))];
  const summary = t('form.summary', { title, step: t('form.step', step) });
  return card(
    wrong === 0 ? summary : words.sentences([t('form.faults', { n: wrong }), summary]),
    [
      heading(title),
      ...(shell.about === undefined ? [] : [strong(shell.about)]),
      paragraph(t('form.step', step), { subtle: true }),
      ...(shell.note === undefined ? [] : [strong(shell.note)]),
      ...faultCount,
      ...body,
      ...(inputs.length > inputsInSight ? faultCount : []),
    ],
    [button(shell.next, { verb: 'next', token: shell.token }, true), ...exits(shell)],
  );
}

/** The ids of every input of a body, from top to bottom. */
function inputIds(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(inputIds);
  if (typeof part !== 'object' || part === null) return [];
  const { type, id } = part as { readonly type?: unknown; readonly id?: unknown };
  if (typeof type === 'string' && type.startsWith('Input.')) return typeof id === 'string' ? [id] : [];
  const { items, columns } = part as { readonly items?: unknown; readonly columns?: unknown };
  return [items, columns].flatMap(inputIds);
}

/** The buttons that lead elsewhere from any open card. */
export const exits = ({ words, token, back }: Pick<Shell, 'words' | 'token' | 'back'>) => [
  ...(back ? [button(words.t('button.back'), { verb: 'back', token })] : []),
  button(words.t('button.cancel'), { verb: 'cancel', token }),
  button(words.t('button.language'), { verb: 'language', token }),
];
