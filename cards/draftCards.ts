import type { Words } from '../locales/words.ts';
import { button, buttons, command, type PressData } from './buttons.ts';
import { card, group, heading, paragraph, shortened, strong, type Card, type Element } from './elements.ts';
import { positionLines } from './position.ts';
import { fitted } from './size.ts';

/** One unfinished draft as it is offered. */
export interface DraftLine {
  readonly id: string;
  /** Empty while no company name was entered. */
  readonly name: string;
  readonly step: { readonly n: number; readonly m: number };
  /** When it is deleted if nobody touches it, written out. */
  readonly until: string;
}

/** The name of a draft for people: the company's, shortened, or "without a name". */
export const draftTitle = (name: string, words: Words): string =>
  name === '' ? words.t('drafts.unnamed') : shortened(name);

/** The question whether to go on with a draft, with its name and step. */
export const continued = ({ name, step }: DraftLine, words: Words): string =>
  words.t('drafts.continue', { name: draftTitle(name, words), ...step });

/** What was begun is offered before a new one; `anew` is what begins one for a customer that exists. */
export const continueCard = (draft: DraftLine, words: Words, anew?: PressData): Card =>
  card(
    continued(draft, words),
    [
      heading(words.t(anew === undefined ? 'section.unfinished' : 'purpose.unfinished')),
      paragraph(continued(draft, words)),
    ],
    [
      button(words.t('button.continue'), { verb: 'continueDraft', argument: draft.id }, true),
      button(words.t('button.startNew'), anew ?? { verb: 'newDraft' }),
      button(words.t('button.drafts'), command('drafts')),
      button(words.t('button.help'), command('help')),
    ],
  );

/** Every draft, each continued or deleted from here; without one, how to begin. */
export function draftsCard(drafts: readonly DraftLine[], words: Words): Card {
  const { t } = words;
  const whole = card(
    t('drafts.title'),
    [
      heading(t('drafts.title')),
      paragraph(t(drafts.length === 0 ? 'drafts.none' : 'drafts.kept'), { subtle: true }),
      ...positionLines({ from: 1, to: drafts.length, of: drafts.length }, words),
      ...drafts.map((draft) => draftEntry(draft, words)),
    ],
    [
      button(t('button.addCustomer'), command('addCustomer'), drafts.length === 0),
      button(t('button.help'), command('help')),
    ],
  );
  return fitted(whole);
}

const draftEntry = (draft: DraftLine, words: Words): Element =>
  group([
    strong(draftTitle(draft.name, words)),
    paragraph(words.t('drafts.line', { n: draft.step.n, m: draft.step.m, until: draft.until }), { subtle: true }),
    buttons(
      button(words.t('button.continue'), { verb: 'continueDraft', argument: draft.id }),
      button(words.t('button.delete'), { verb: 'deleteDraft', argument: draft.id }),
    ),
  ]);
