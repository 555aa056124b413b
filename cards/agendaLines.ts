import type { Words } from '../locales/words.ts';
import { allowedActions } from '../partner-center/customerSubscriptions.ts';
import { lifecycleOf } from '../partner-center/lifecycle.ts';
import type { Subscription } from '../partner-center/management.ts';
import { actionButton, manageButton } from './customers/customerCardBase.ts';
import { lifecycleWords } from './customers/subscriptionWords.ts';
import { draftTitle } from './draftCards.ts';
import { button, buttons, type Element, paragraph, row, shortened, strong, subheading } from './elements.ts';
import { refreshButton } from './page.ts';
import type { UnfinishedEntry } from './unfinishedListCard.ts';

/** A subscription that should be looked at now. */
export interface DueSubscription {
  readonly kind: 'subscription';
  /** Reference to the customer, as buttons carry it. */
  readonly ref: string;
  readonly companyName: string;
  readonly subscription: Subscription;
  /** The moment (ISO 8601) until which it can be canceled, where that is the reason to look at it. */
  readonly cancelUntil?: string;
}

/** Something that waits for a user. */
export type AgendaEntry =
  | (UnfinishedEntry & { readonly kind: 'unfinished' })
  | DueSubscription
  /** An invited customer that is the partner's now. */
  | { readonly kind: 'accepted'; readonly ref: string; readonly companyName: string }
  /** `until`: the day, `yyyy-mm-dd`, on which it is deleted unless somebody changes it. */
  | { readonly kind: 'draft'; readonly id: string; readonly name: string; readonly until: string };

/** Extent to which the subscriptions of all customers are known: `none` where there are none to be read for this user. */
export type AgendaKnowledge = 'none' | 'reading' | 'failed' | 'tooMany' | 'part' | 'whole';

/** Data of the lines of an agenda. */
export interface AgendaView {
  readonly words: Words;
  readonly now: Date;
  /** The most urgent first. */
  readonly entries: readonly AgendaEntry[];
  readonly known: AgendaKnowledge;
  /** When the subscriptions were read last, in ISO 8601; absent before the first time. */
  readonly readAt?: string;
  /** True for a user who may choose what happens to a subscription. */
  readonly canManage: boolean;
  /** True for a user who is sent the agenda every morning. */
  readonly morning: boolean;
}

/** Most entries on the home card and in a morning's message. */
const shownAtOnce = 6;

/** The agenda on the home card: heading, the first entries, the way to the others, and how much is known. */
export const agendaLines = (view: AgendaView): Element[] => [
  ...firstAgendaLines(view),
  ...knowledgeLines(view),
  buttons(
    ...(view.known === 'none' ? [] : [refreshButton({ verb: 'agenda', argument: 'home' }, view.words)]),
    morningButton(view),
  ),
];

/** Heading and first entries of an agenda, and the way to the others; nothing for an empty one. */
export function firstAgendaLines(view: Omit<AgendaView, 'known' | 'morning'>): Element[] {
  const { entries, words } = view;
  if (entries.length === 0) return [];
  const more = entries.length - shownAtOnce;
  return [
    subheading(words.t('agenda.title')),
    ...entries.slice(0, shownAtOnce).map((entry) => agendaRow(entry, view)),
    ...(more > 0 ? [buttons(button(words.t('agenda.more', { n: more }), { verb: 'agenda', argument: '0' }))] : []),
  ];
}

/** Lines that say how much of the agenda is known, and as of when. Nothing waits only where everything was read. */
export function knowledgeLines({ words, entries, known, readAt }: AgendaView): Element[] {
  const { t } = words;
  const subtle = (text: string): Element => paragraph(text, { subtle: true });
  const isWhole = known === 'none' || known === 'whole';
  return [
    ...(isWhole && entries.length === 0 ? [paragraph(t('agenda.none'))] : []),
    ...(isWhole ? [] : [subtle(t(`agenda.${known}`))]),
    ...(known === 'none' || readAt === undefined ? [] : [subtle(t('agenda.readAt', { moment: words.moment(readAt) }))]),
  ];
}

/** Button that switches the morning's message on or off. */
export const morningButton = ({ words: { t }, morning }: Pick<AgendaView, 'words' | 'morning'>) =>
  morning
    ? button(t('button.morningOff'), { verb: 'morning', argument: 'off' })
    : button(t('button.morningOn'), { verb: 'morning', argument: 'on' });

/** One entry: its name, what waits, and the button that goes there. */
export function agendaRow(entry: AgendaEntry, view: Pick<AgendaView, 'words' | 'now' | 'canManage'>): Element {
  const { words } = view;
  const name = entry.kind === 'draft' ? draftTitle(entry.name, words) : shortened(entry.companyName);
  return row([strong(name), paragraph(entryText(entry, view), { subtle: true })], [buttons(entryButton(entry, view))]);
}

function entryText(entry: AgendaEntry, { words, now }: Pick<AgendaView, 'words' | 'now'>): string {
  const { t } = words;
  switch (entry.kind) {
    case 'unfinished':
      return unfinishedText(entry, words);
    case 'accepted':
      return t('agenda.accepted');
    case 'draft':
      return t('agenda.draft', { until: words.day(entry.until) });
    case 'subscription': {
      const { subscription, cancelUntil } = entry;
      const sentence =
        cancelUntil === undefined
          ? lifecycleWords(lifecycleOf(subscription, now), subscription.unit, words)
          : t('agenda.cancelUntil', { moment: words.moment(cancelUntil) });
      return t('agenda.subscription', { name: shortened(subscription.name), sentence });
    }
  }
}

function unfinishedText({ change, wakeAt, customer }: UnfinishedEntry, words: Words): string {
  const { t } = words;
  if (customer !== undefined) return t('acceptance.waitingTitle');
  const what = change === undefined ? t('agenda.submission') : t('agenda.change', { change: shortened(change) });
  return wakeAt === undefined ? what : words.sentences([what, t('waiting.line', { moment: words.moment(wakeAt) })]);
}

function entryButton(entry: AgendaEntry, { words, now, canManage }: Pick<AgendaView, 'words' | 'now' | 'canManage'>) {
  const { t } = words;
  switch (entry.kind) {
    case 'unfinished':
      if (entry.customer !== undefined)
        return button(t('button.checkAgain'), { verb: 'checkAgreement', argument: entry.customer });
      return button(t('button.finish'), {
        verb: entry.change === undefined ? 'finish' : 'finishChange',
        argument: entry.id,
      });
    case 'accepted':
      return button(t('button.openCustomer'), { verb: 'acceptedCustomer', argument: entry.ref });
    case 'draft':
      return button(t('button.continue'), { verb: 'continueDraft', argument: entry.id });
    case 'subscription': {
      const which = { words, ref: entry.ref, id: entry.subscription.id };
      const isChoice =
        canManage && entry.cancelUntil === undefined && allowedActions(entry.subscription, now).includes('endOfTerm');
      return isChoice ? actionButton('endOfTerm', which) : manageButton(which);
    }
  }
}
