import type { Words } from '../locales/words.ts';
import { addressLine } from '../partner-center/addressLine.ts';
import { maxLines } from '../partner-center/cart.ts';
import { countryName } from '../partner-center/countries.ts';
import type { Address } from '../partner-center/partnerCenter.ts';
import type { Question } from '../storage/draft.ts';
import { button, buttons, command } from './buttons.ts';
import { card, faultLine, group, heading, paragraph, shortened, strong, type Card, type Element } from './elements.ts';
import { draftTitle } from './draftCards.ts';
import { troubleLines, type Trouble } from './trouble.ts';

/** Who is asked: the words, and the token of the draft the question is about. */
interface Asked {
  readonly words: Words;
  readonly token: string;
}

/** What Partner Center says of an address. */
type Judged = Omit<Extract<Question, { kind: 'address' }>, 'kind' | 'section'>;

/** Partner Center knows the address another way, or does not confirm it: take one of its, or keep what was typed. */
export function addressCard({ words, token }: Asked, typed: Address, judged: Judged): Card {
  const { t } = words;
  const { suggestions } = judged;
  return card(
    t('address.title'),
    [
      heading(t('address.title')),
      paragraph(t('address.typed')),
      paragraph(addressLine(typed)),
      ...(suggestions.length > 0 ? [] : unconfirmed(judged, words)),
      ...suggestions.map((suggestion, index) =>
        group([
          paragraph(t('address.suggested')),
          paragraph(addressLine(suggestion)),
          buttons(button(t('button.useIt'), { verb: 'use', token, argument: String(index) }, index === 0)),
        ]),
      ),
    ],
    [button(t('button.keepMine'), { verb: 'keep', token }), button(t('button.back'), { verb: 'back', token })],
  );
}

/** Why there is nothing to take instead. */
function unconfirmed({ said, elsewhere }: Judged, { t, locale }: Words): Element[] {
  const country = elsewhere === undefined ? undefined : countryName(elsewhere, locale);
  return [
    faultLine(country === undefined ? t('address.unconfirmed') : t('address.elsewhere', { country })),
    ...(said === undefined ? [] : [paragraph(t('refusal.says', { said }))]),
    paragraph(t('address.goOn')),
  ];
}

/** A company's name that has a web address in it: keep it, or go back to it. */
export function nameCard({ words, token }: Asked, name: string): Card {
  const { t } = words;
  return card(
    t('nameQuestion.title'),
    [heading(t('nameQuestion.title')), strong(shortened(name)), paragraph(t('nameQuestion.text'))],
    [button(t('button.keepIt'), { verb: 'keep', token }), button(t('button.back'), { verb: 'back', token })],
  );
}

/** Offers of a cart of which an order waits, or is on its way: order them once more, or go back to the cart. */
export function againCard({ words, token }: Asked, offers: readonly string[]): Card {
  const { t } = words;
  return card(
    t('again.title'),
    [
      heading(t('again.title')),
      faultLine(t('again.text')),
      ...offers.slice(0, maxLines).map((name) => strong(shortened(name))),
      paragraph(t('again.hint')),
    ],
    [button(t('button.back'), { verb: 'back', token }, true), button(t('button.orderAgain'), { verb: 'keep', token })],
  );
}

/** Cancel asks once, and offers to keep the draft; `purpose`: it is about a customer that exists. */
export function cancelCard({ words, token }: Asked, name: string, purpose: boolean): Card {
  const { t } = words;
  const title = t(purpose ? 'cancel.purpose' : 'cancel.title');
  return card(
    title,
    [heading(title), ...(name === '' ? [] : [paragraph(name)]), paragraph(t('cancel.text'))],
    [
      button(t('button.keepDraft'), { verb: 'keepDraft', token }, true),
      button(t('button.deleteDraft'), { verb: 'discard', token }),
      button(t('button.goOn'), { verb: 'resume', token }),
    ],
  );
}

/** Start over empties the draft; it asks once. */
export function startOverCard({ words, token }: Asked, name: string, purpose: boolean): Card {
  const { t } = words;
  const text = t(purpose ? 'startOver.purpose' : 'startOver.text');
  return card(
    t('startOver.title'),
    [heading(t('startOver.title')), ...(name === '' ? [] : [paragraph(name)]), paragraph(text)],
    [
      button(t('button.goOn'), { verb: 'resume', token }, true),
      button(t('button.startOver'), { verb: 'empty', token }),
    ],
  );
}

/** Deleting a draft from the list asks once. */
export function deleteDraftCard(words: Words, id: string, name: string): Card {
  const { t } = words;
  return card(
    t('drafts.deleteTitle'),
    [heading(t('drafts.deleteTitle')), paragraph(draftTitle(name, words))],
    [
      button(t('button.keepDraft'), command('drafts'), true),
      button(t('button.deleteDraft'), { verb: 'discardDraft', argument: id }),
    ],
  );
}

/** Something could not be reached: what is safe, and how to try again. */
export function troubleCard({ words, token }: Asked, trouble: Trouble): Card {
  const { t } = words;
  return card(
    t('trouble.title'),
    [heading(t('trouble.title')), ...troubleLines(trouble, words), paragraph(t('trouble.safe'))],
    [
      button(t('button.tryAgain'), { verb: 'resume', token }, true),
      button(t('button.cancel'), { verb: 'cancel', token }),
    ],
  );
}
