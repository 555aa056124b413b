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

/** A card that asks: title, step, the number of faults, a body of inputs, and Next, Back, Cancel, Language. */
export function formCard(title: string, shell: Shell, body: readonly Element[]): Card {
  const { words, step, faults } = shell;
  const { t } = words;
  const wrong = Object.keys(faults).length;
  const summary = t('form.summary', { title, step: t('form.step', step) });
  return card(
    wrong === 0 ? summary : `${t('form.faults', { n: wrong })} ${summary}`,
    [
      heading(title),
      ...(shell.about === undefined ? [] : [strong(shell.about)]),
      paragraph(t('form.step', step), { subtle: true }),
      ...(shell.note === undefined ? [] : [strong(shell.note)]),
      ...(wrong === 0 ? [] : [faultLine(t('form.faults', { n: wrong }))]),
      ...body,
    ],
    [button(shell.next, { verb: 'next', token: shell.token }, true), ...exits(shell)],
  );
}

/** The buttons that lead elsewhere from any open card. */
export const exits = ({ words, token, back }: Pick<Shell, 'words' | 'token' | 'back'>) => [
  ...(back ? [button(words.t('button.back'), { verb: 'back', token })] : []),
  button(words.t('button.cancel'), { verb: 'cancel', token }),
  button(words.t('button.language'), { verb: 'language', token }),
];
