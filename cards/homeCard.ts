import type { Words } from '../locales/words.ts';
import { button, buttons, command } from './buttons.ts';
import { continued, type DraftLine } from './draftCards.ts';
import { card, group, heading, paragraph, row, strong, type Card, type Element } from './elements.ts';

/** What a user of a partner may begin. */
export interface HomeView {
  readonly words: Words;
  readonly partner: string;
  readonly cloud: string;
  /** Is said what this is for? */
  readonly welcome: boolean;
  /** Can customers be added here? If not, the catalogue key of the reason. */
  readonly refusal?: 'refusal.reseller' | 'refusal.resellerOnly' | 'refusal.germany';
  readonly invitation: boolean;
  readonly practice: boolean;
  readonly drafts: readonly DraftLine[];
  /** How many submissions and changes wait for somebody, for their time or for the customer. */
  readonly unfinished: number;
}

/** The first card: what this is, what was left open, and where to begin. */
export function homeCard(view: HomeView): Card {
  const { words } = view;
  const { t } = words;
  return card(
    t(view.refusal === undefined ? 'home.summary' : 'home.summaryView'),
    [
      heading(t('home.title')),
      paragraph(t('home.partner', { partner: view.partner, cloud: view.cloud }), { subtle: true }),
      ...introOf(view),
      ...(view.practice ? [paragraph(t('home.practice'), { subtle: true })] : []),
      ...waiting(view),
      ...view.drafts.slice(0, 3).map((draft) => unfinished(draft, words)),
      ...(view.drafts.length > 3 ? [buttons(button(t('button.drafts'), command('drafts')))] : []),
    ],
    [
      ...(view.refusal === undefined ? [button(t('button.addCustomer'), command('addCustomer'), true)] : []),
      ...(view.refusal !== undefined && view.invitation ? [button(t('button.invite'), command('invite'), true)] : []),
      button(t('button.customers'), command('customers')),
      button(t('button.renewals'), command('renewals')),
      button(t('button.language'), command('language')),
      button(t('button.help'), command('help')),
    ],
  );
}

function introOf({ words: { t }, refusal, welcome }: HomeView): Element[] {
  if (refusal !== undefined) return [paragraph(t(refusal))];
  return welcome ? [paragraph(t('home.intro'))] : [];
}

/** The button stands below: beside it, a phone would leave the line no room. */
const waiting = ({ words: { t }, unfinished: n }: HomeView): Element[] =>
  n === 0
    ? []
    : [group([strong(t('home.unfinished', { n })), buttons(button(t('button.unfinished'), { verb: 'unfinished' }))])];

const unfinished = (draft: DraftLine, words: Words): Element =>
  group([
    row(
      [strong(continued(draft, words))],
      [buttons(button(words.t('button.continue'), { verb: 'continueDraft', argument: draft.id }))],
    ),
  ]);
