import type { Words } from '../locales/words.ts';
import {
  button,
  buttons,
  card,
  group,
  heading,
  paragraph,
  row,
  shortened,
  strong,
  type Card,
  type Element,
  type PressData,
} from './elements.ts';
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

/** What a user of a partner may begin. */
export interface HomeView {
  readonly words: Words;
  readonly partner: string;
  readonly cloud: string;
  /** Can customers be added here? If not, the catalogue key of the reason. */
  readonly refusal?: 'refusal.reseller' | 'refusal.resellerOnly' | 'refusal.germany';
  readonly invitation: boolean;
  readonly practice: boolean;
  readonly drafts: readonly DraftLine[];
}

/** The name of a draft for people: the company's, shortened, or "without a name". */
export const draftTitle = (name: string, words: Words): string =>
  name === '' ? words.t('drafts.unnamed') : shortened(name);

/** The first card: what this is, what was left open, and where to begin. */
export function homeCard(view: HomeView): Card {
  const { words } = view;
  const { t } = words;
  return card(
    t('home.summary'),
    [
      heading(t('home.title')),
      paragraph(t('home.partner', { partner: view.partner, cloud: view.cloud }), { subtle: true }),
      paragraph(view.refusal === undefined ? t('home.intro') : t(view.refusal)),
      ...(view.practice ? [paragraph(t('home.practice'), { subtle: true })] : []),
      ...view.drafts.slice(0, 3).map((draft) => unfinished(draft, words)),
    ],
    [
      ...(view.refusal === undefined ? [button(t('button.addCustomer'), command('addCustomer'), true)] : []),
      ...(view.refusal !== undefined && view.invitation ? [button(t('button.invite'), command('invite'), true)] : []),
      button(t('button.customers'), command('customers')),
      ...(view.drafts.length > 3 ? [button(t('button.drafts'), command('drafts'))] : []),
      button(t('button.language'), command('language')),
      button(t('button.help'), command('help')),
    ],
  );
}

/** What a button sends that does what the typed command does. */
export const command = (name: string) => ({ verb: 'command', argument: name });

const continued = ({ name, step }: DraftLine, words: Words): string =>
  words.t('drafts.continue', { name: draftTitle(name, words), ...step });

const unfinished = (draft: DraftLine, words: Words): Element =>
  group([
    row(
      [strong(continued(draft, words))],
      [buttons(button(words.t('button.continue'), { verb: 'continueDraft', argument: draft.id }))],
    ),
  ]);

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
      ...drafts.map((draft) => draftEntry(draft, words)),
    ],
    [
      button(t('button.addCustomer'), command('addCustomer'), drafts.length === 0),
      button(t('button.help'), command('help')),
    ],
  );
  return fitted(whole);
}

/** A submission or change that could not be finished yet. */
export interface Unfinished {
  readonly id: string;
  readonly companyName: string;
  /** What is changed; absent for a new customer. */
  readonly change?: string;
}

/** Most of them a card lists; the others follow when these are finished. */
const mostUnfinished = 20;

/** The submissions that wait for somebody to finish them. */
export const unfinishedListCard = (submissions: readonly Unfinished[], { t }: Words): Card =>
  card(t('drafts.submissions'), [
    heading(t('drafts.submissions')),
    ...submissions
      .slice(0, mostUnfinished)
      .map(({ id, companyName, change }) =>
        row(
          [strong(shortened(companyName)), ...(change === undefined ? [] : [paragraph(shortened(change))])],
          [
            buttons(
              button(t('button.finish'), { verb: change === undefined ? 'finish' : 'finishChange', argument: id }),
            ),
          ],
        ),
      ),
  ]);

const draftEntry = (draft: DraftLine, words: Words): Element =>
  group([
    strong(draftTitle(draft.name, words)),
    paragraph(words.t('drafts.line', { n: draft.step.n, m: draft.step.m, until: draft.until }), { subtle: true }),
    buttons(
      button(words.t('button.continue'), { verb: 'continueDraft', argument: draft.id }),
      button(words.t('button.delete'), { verb: 'deleteDraft', argument: draft.id }),
    ),
  ]);
