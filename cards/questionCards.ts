import type { Words } from '../locales/words.ts';
import { type Address, addressLine } from '../partner-center/rules/addressRules.ts';
import { maxLines } from '../partner-center/rules/cart.ts';
import { countryName } from '../partner-center/rules/countries.ts';
import type { Question } from '../model/draft.ts';
import {
  button,
  buttons,
  card,
  type Card,
  command,
  dangerButton,
  type Element,
  faultLine,
  group,
  heading,
  paragraph,
  shortened,
  stacked,
  strong,
} from './elements.ts';
import { titleLines } from './titleLines.ts';
import { draftTitle } from './draftCards.ts';
import { refusedCallLines, type RefusedCall } from './faultLines.ts';
import { entryButton } from './listEntry.ts';

/** Data of every question: the words, and the token of its draft. */
interface QuestionBase {
  readonly words: Words;
  readonly token: string;
}

/** Result of Partner Center's address check. */
type AddressCheck = Omit<Extract<Question, { kind: 'address' }>, 'kind' | 'section'>;

/**
 * Card shown when Partner Center suggests other addresses or does not confirm this one: take a suggestion, or keep the
 * typed one.
 */
export function addressCard({ words, token }: QuestionBase, typed: Address, judged: AddressCheck): Card {
  const { t } = words;
  const { suggestions } = judged;
  return card(
    t('address.title'),
    [
      heading(t('address.title')),
      ...addressLines(t('address.typed'), typed),
      ...(suggestions.length > 0 ? [] : unconfirmedLines(judged, words)),
      ...suggestions.map((suggestion, index) =>
        group([
          ...addressLines(t('address.suggested'), suggestion),
          buttons(
            entryButton(
              button(t('button.useIt'), { verb: 'use', token, argument: String(index) }, index === 0),
              addressLine(suggestion),
              words,
            ),
          ),
        ]),
      ),
    ],
    [button(t('button.keepMine'), { verb: 'keep', token }), button(t('button.return'), { verb: 'back', token })],
  );
}

/** An address beneath what it is. */
const addressLines = (label: string, address: Address): Element[] =>
  stacked([paragraph(label, { subtle: true }), paragraph(addressLine(address))]);

/** Lines that say why Partner Center suggests no address. */
function unconfirmedLines({ said, elsewhere }: AddressCheck, { t, locale }: Words): Element[] {
  const country = elsewhere === undefined ? undefined : countryName(elsewhere, locale);
  return [
    faultLine(country === undefined ? t('address.unconfirmed') : t('address.elsewhere', { country })),
    ...(said === undefined ? [] : [paragraph(t('refusal.says', { said }))]),
    paragraph(t('address.goOn')),
  ];
}

/** Card shown for a company name with a web address in it: keep it, or go back to it. */
export function companyNameCard({ words, token }: QuestionBase, name: string): Card {
  const { t } = words;
  return card(
    t('nameQuestion.title'),
    [...titleLines(t('nameQuestion.title'), shortened(name)), paragraph(t('nameQuestion.text'))],
    [button(t('button.keepIt'), { verb: 'keep', token }), button(t('button.return'), { verb: 'back', token })],
  );
}

/** Card shown for offers that a waiting or running order already has: order them once more, or go back to the cart. */
export function orderAgainCard({ words, token }: QuestionBase, offers: readonly string[]): Card {
  const { t } = words;
  return card(
    t('again.title'),
    [
      heading(t('again.title')),
      faultLine(t('again.text')),
      ...stacked(offers.slice(0, maxLines).map((name) => strong(shortened(name)))),
      paragraph(t('again.hint')),
    ],
    [
      button(t('button.return'), { verb: 'back', token }, true),
      button(t('button.orderAgain'), { verb: 'keep', token }),
    ],
  );
}

/**
 * Card that asks once before a draft is cancelled, and offers to keep it. `purpose`: the draft is about an existing
 * customer.
 */
export function cancelCard({ words, token }: QuestionBase, name: string, purpose: boolean): Card {
  const { t } = words;
  const title = t(purpose ? 'cancel.purpose' : 'cancel.title');
  return card(
    title,
    [...(name === '' ? [heading(title)] : titleLines(title, name)), paragraph(t('cancel.text'))],
    [
      button(t('button.keepDraft'), { verb: 'keepDraft', token }, true),
      button(t('button.goOn'), { verb: 'resume', token }),
      dangerButton(t('button.deleteDraft'), { verb: 'discard', token }),
    ],
  );
}

/** Card that asks once before a draft is emptied. */
export function startOverCard({ words, token }: QuestionBase, name: string, purpose: boolean): Card {
  const { t } = words;
  const text = t(purpose ? 'startOver.purpose' : 'startOver.text');
  return card(
    t('startOver.title'),
    [...(name === '' ? [heading(t('startOver.title'))] : titleLines(t('startOver.title'), name)), paragraph(text)],
    [
      button(t('button.goOn'), { verb: 'resume', token }, true),
      dangerButton(t('button.startOver'), { verb: 'empty', token }),
    ],
  );
}

/** Card that asks once before a draft is deleted from the list. */
export function deleteDraftCard(words: Words, id: string, name: string): Card {
  const { t } = words;
  return card(t('drafts.deleteTitle'), titleLines(t('drafts.deleteTitle'), draftTitle(name, words)), [
    button(t('button.keepDraft'), command('drafts'), true),
    dangerButton(t('button.deleteDraft'), { verb: 'discardDraft', argument: id }),
  ]);
}

/** Card that says that a draft was deleted, with the button that restores it while that is possible. */
export const deletedDraftCard = ({ t }: Words, id: string): Card =>
  card(
    t('cancel.deleted'),
    [heading(t('cancel.deleted'))],
    [button(t('button.undo'), { verb: 'restoreDraft', argument: id })],
  );

/** Card shown when a call for a draft was refused: what is safe, and how to try again. */
export function draftRefusalCard({ words, token }: QuestionBase, refusedCall: RefusedCall): Card {
  const { t } = words;
  return card(
    t('trouble.title'),
    [heading(t('trouble.title')), ...refusedCallLines(refusedCall, words), paragraph(t('trouble.safe'))],
    [
      button(t('button.tryAgain'), { verb: 'resume', token }, true),
      button(t('button.cancel'), { verb: 'cancel', token }),
    ],
  );
}
