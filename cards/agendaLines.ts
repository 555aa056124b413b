import type { Words } from '../locales/words.ts';
import { lifecycleOf } from '../partner-center/lifecycle.ts';
import type { Subscription } from '../partner-center/management.ts';
import { manageButton } from './customers/customerCardBase.ts';
import { asOfLines } from './customers/readingLines.ts';
import { ownedEntry, termEntry } from './customers/termEntry.ts';
import { draftTitle } from './draftCards.ts';
import {
  bold,
  button,
  buttons,
  type Element,
  paragraph,
  type PressData,
  row,
  shortened,
  subheading,
  subtle,
} from './elements.ts';
import { wideEntry } from './listEntry.ts';
import { refreshButton } from './page.ts';
import { unfinishedButton, type UnfinishedEntry, unfinishedText } from './unfinishedListCard.ts';

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
  /** A customer that had no relationship with the partner, and is the partner's now. */
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
  /** When the oldest of the subscriptions were read, in ISO 8601; absent before the first time. */
  readonly readAt?: string;
  /** True for a user who may choose what happens to a subscription. */
  readonly canManage: boolean;
  /** True for a user who is sent the agenda every morning. */
  readonly morning: boolean;
  /** True for a user who began something lately, and may see it. */
  readonly hasOwnChanges: boolean;
}

/** Most entries on the home card and in a morning's message. */
const shownAtOnce = 6;

/** The agenda on the home card: heading, the first entries, the way to the others, and how much is known. */
export const agendaLines = (view: AgendaView): Element[] => [
  ...firstAgendaLines(view),
  ...knowledgeLines(view, { verb: 'agenda', argument: 'home' }),
  buttons(...ownChangesButtons(view), morningButton(view, 'home')),
];

/** Button that shows what the user did lately; none where that is nothing. */
export const ownChangesButtons = ({ words: { t }, hasOwnChanges }: Pick<AgendaView, 'words' | 'hasOwnChanges'>) =>
  hasOwnChanges ? [button(t('button.ownChanges'), { verb: 'ownChanges' })] : [];

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

/**
 * Lines that say how much of the agenda is known, and as of when; beside the last the button that reads it again, where
 * it is asked for. Nothing waits only where everything was read.
 */
export function knowledgeLines({ words, entries, known, readAt }: AgendaView, refresh?: PressData): Element[] {
  const { t } = words;
  const aside = (text: string): Element => paragraph(text, { subtle: true });
  const isWhole = known === 'none' || known === 'whole';
  const lines: readonly Element[] = [
    ...(isWhole && entries.length === 0 ? [paragraph(t('agenda.none'))] : []),
    ...(isWhole ? [] : [aside(t(`agenda.${known}`))]),
    ...asOfLines('subscriptions', known === 'none' ? undefined : readAt, words),
  ];
  const last = lines.at(-1);
  if (refresh === undefined || known === 'none' || last === undefined) return [...lines];
  return [...lines.slice(0, -1), row([last], [buttons(refreshButton(refresh, words))])];
}

/**
 * Button that switches the morning's message on or off. `place` names the card it stands on where that is shown again:
 * `home`, or the index of the list's first entry.
 */
export function morningButton({ words: { t }, morning }: Pick<AgendaView, 'words' | 'morning'>, place?: string) {
  const [title, wish] = morning ? [t('button.morningOff'), 'off'] : [t('button.morningOn'), 'on'];
  return button(title, { verb: 'morning', argument: place === undefined ? wish : `${wish} ${place}` });
}

/** One entry: its name, what waits, and the button that goes there. */
export function agendaRow(entry: AgendaEntry, view: Pick<AgendaView, 'words' | 'now' | 'canManage'>): Element {
  const { words } = view;
  const { t } = words;
  switch (entry.kind) {
    case 'unfinished':
      return named(words, entry.companyName, unfinishedText(entry, words), unfinishedButton(entry, words));
    case 'accepted': {
      const open = button(t('button.openCustomer'), { verb: 'acceptedCustomer', argument: entry.ref });
      return named(words, entry.companyName, t('agenda.accepted'), open);
    }
    case 'draft': {
      const goOn = button(t('button.continue'), { verb: 'continueDraft', argument: entry.id });
      return named(words, draftTitle(entry.name, words), t('agenda.draft', { until: words.day(entry.until) }), goOn);
    }
    case 'subscription':
      return dueRow(entry, view);
  }
}

const named = (words: Words, name: string, text: string, leadsOn: ReturnType<typeof button>): Element =>
  wideEntry(words, [bold(shortened(name))], [subtle(text)], leadsOn);

function dueRow(entry: DueSubscription, { words, now, canManage }: Pick<AgendaView, 'words' | 'now' | 'canManage'>) {
  const { subscription, cancelUntil } = entry;
  if (cancelUntil === undefined)
    return termEntry({ ...entry, life: lifecycleOf(subscription, now), canChoose: canManage }, now, words);
  const until = words.t('agenda.cancelUntil', { moment: words.moment(cancelUntil) });
  return ownedEntry(entry, [until], manageButton({ words, ref: entry.ref, id: subscription.id }), words);
}
