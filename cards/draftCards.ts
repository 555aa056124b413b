import type { Words } from '../locales/words.ts';
import {
  below,
  button,
  buttons,
  card,
  type Card,
  command,
  dangerButton,
  type Element,
  fitToSizeLimit,
  group,
  heading,
  paragraph,
  type PressData,
  shortened,
  strong,
} from './elements.ts';
import { positionLines } from './page.ts';
import type { DraftKind } from '../model/draft.ts';
import { entryButton } from './listEntry.ts';

/** An unfinished draft in a list. */
export interface DraftLine {
  readonly id: string;
  /** Empty while no company name was entered. */
  readonly name: string;
  readonly step: { readonly n: number; readonly m: number };
  /** Time, in words, at which it is deleted unless somebody changes it. */
  readonly until: string;
}

/** A deleted draft that can still be brought back; its name where it was not deleted just now. */
export interface DeletedDraft {
  readonly id: string;
  readonly name?: string;
}

/** Displayed name of a draft: the company's, shortened, or "without a name". */
export const draftTitle = (name: string, words: Words): string =>
  name === '' ? words.t('drafts.unnamed') : shortened(name);

/** The question whether to go on with a draft, with its name and step. */
export const continueQuestion = ({ name, step }: DraftLine, words: Words): string =>
  words.t('drafts.continue', { name: draftTitle(name, words), ...step });

/** Card that offers an unfinished draft before a new one is begun. `anew` begins one for an existing customer. */
export const continueCard = (draft: DraftLine, words: Words, anew?: PressData): Card =>
  card(
    continueQuestion(draft, words),
    [
      heading(words.t(anew === undefined ? 'section.unfinished' : 'purpose.unfinished')),
      paragraph(continueQuestion(draft, words)),
    ],
    [
      button(words.t('button.continue'), { verb: 'continueDraft', argument: draft.id }, true),
      button(words.t('button.drafts'), command('drafts')),
      button(words.t('button.startNew'), anew ?? { verb: 'newDraft' }),
      button(words.t('button.help'), command('help')),
    ],
  );

/**
 * Card of all drafts, each with Continue and Delete; without drafts, how to begin one. `deleted` is the one just deleted
 * from it, or deleted before where it is named, with the button that puts it back into the list.
 */
export function draftsCard(drafts: readonly DraftLine[], words: Words, deleted?: DeletedDraft): Card {
  const { t } = words;
  const whole = card(
    t('drafts.title'),
    [
      heading(t('drafts.title')),
      ...(deleted === undefined ? [] : deletedLines(deleted, words)),
      paragraph(t(drafts.length === 0 ? 'drafts.none' : 'drafts.kept'), { subtle: true }),
      ...positionLines({ from: 1, to: drafts.length, of: drafts.length }, words),
      ...drafts.map((draft) => draftEntry(draft, words)),
    ],
    [
      button(t('button.addCustomer'), command('addCustomer'), drafts.length === 0),
      button(t('button.help'), command('help')),
    ],
  );
  return fitToSizeLimit(whole);
}

const deletedLines = ({ id, name }: DeletedDraft, words: Words): Element[] => [
  paragraph(
    name === undefined ? words.t('cancel.deleted') : words.t('drafts.deletedBefore', { name: draftTitle(name, words) }),
  ),
  buttons(button(words.t('button.undo'), { verb: 'restoreDraft', argument: `${id} list` })),
];

function draftEntry(draft: DraftLine, words: Words): Element {
  const name = draftTitle(draft.name, words);
  return group([
    strong(name),
    below(
      paragraph(words.t('drafts.line', { n: draft.step.n, m: draft.step.m, until: draft.until }), { subtle: true }),
    ),
    buttons(
      entryButton(button(words.t('button.continue'), { verb: 'continueDraft', argument: draft.id }), name, words),
      entryButton(dangerButton(words.t('button.delete'), { verb: 'deleteDraft', argument: draft.id }), name, words),
    ),
  ]);
}

/** Title of a draft about an existing customer, e.g. “Order for Contoso”. */
export function changeDraftTitle(purpose: DraftKind, { t }: Words): string {
  const { companyName, domain } = purpose.customer;
  const n = purpose.kind === 'subscriptions' ? (purpose.also?.length ?? 0) : 0;
  const data = { company: shortened(companyName === '' ? domain : companyName) };
  if (n > 0) return t('purpose.several', { ...data, n });
  if (purpose.kind === 'account') return t('purpose.account', data);
  return t(purpose.base === undefined ? 'purpose.subscriptions' : 'purpose.addOns', data);
}
