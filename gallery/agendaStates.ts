import { agendaCard, morningCard } from '../cards/agendaCards.ts';
import type { AgendaEntry, AgendaKnowledge, AgendaView } from '../cards/agendaLines.ts';
import { homeCard } from '../cards/homeCard.ts';
import type { Words } from '../locales/words.ts';
import type { Subscription } from '../partner-center/management.ts';
import { planted } from './hostileText.ts';
import type { Shown } from './shownCard.ts';

const now = new Date('2026-03-02T09:14:00.000Z');

const subscription = (more: Partial<Subscription> = {}): Subscription => ({
  id: 'fd8c2b7e-2c5b-4a9c-9d3b-4a8f1f0c7a11',
  name: planted(255),
  quantity: 25,
  unit: 'Licenses',
  status: 'active',
  commerce: 'new',
  term: 'P1Y',
  billing: 'monthly',
  trial: false,
  autoRenews: false,
  starts: '2025-03-16T00:00:00Z',
  ends: '2026-03-15T00:00:00Z',
  ...more,
});

const customer = { ref: '0moy6r6t4deadbeef', companyName: planted(255) };

/** One entry of each kind, in the agenda's order. */
const entries = (words: Words): readonly AgendaEntry[] => [
  { kind: 'unfinished', id: '0moy6r6t4deadbee1', companyName: planted(255) },
  { kind: 'unfinished', id: '0moy6r6t4deadbee2', companyName: planted(255), change: planted(100) },
  { kind: 'unfinished', id: '0moy6r6t4deadbee3', companyName: planted(255), change: planted(100), customer: 'r1' },
  { kind: 'accepted', ...customer },
  { kind: 'subscription', ...customer, subscription: subscription(), cancelUntil: '2026-03-04T09:00:00Z' },
  { kind: 'subscription', ...customer, subscription: subscription() },
  { kind: 'subscription', ...customer, subscription: subscription({ status: 'suspended' }) },
  { kind: 'subscription', ...customer, subscription: subscription({ autoRenews: true, ends: '2026-03-08T00:00:00Z' }) },
  { kind: 'draft', id: '0moy6r6t4deadbee4', name: planted(255), until: '2026-05-31' },
  { kind: 'draft', id: '0moy6r6t4deadbee5', name: '', until: '2026-05-31' },
  {
    kind: 'unfinished',
    id: '0moy6r6t4deadbee6',
    companyName: planted(255),
    wakeAt: now.toISOString(),
    change: words.t('change.account'),
  },
];

/** An agenda with nothing in it, of which everything was read. */
export const noAgenda = (words: Words): AgendaView => ({
  words,
  now,
  entries: [],
  known: 'whole',
  readAt: now.toISOString(),
  canManage: true,
  morning: false,
  hasOwnChanges: true,
});

/** An agenda with so many entries, of every kind where they suffice. */
export const fullAgenda = (words: Words, count: number): AgendaView => {
  const kinds = entries(words);
  const all = Array.from({ length: count }, (_none, index) => kinds[index % kinds.length]);
  return { ...noAgenda(words), entries: all.filter((entry) => entry !== undefined) };
};

const knowledge: readonly AgendaKnowledge[] = ['none', 'reading', 'failed', 'tooMany', 'part', 'whole'];

/** What waits for a user, as a list and in the morning, and on the home card as far as it is known. */
export function agendaCards(words: Words): readonly Shown[] {
  const home = { words, partner: planted(100), cloud: words.t('cloud.global'), welcome: false, practice: true };
  const last = entries(words).length - 1;
  return [
    ...knowledge.map((known) => ({
      name: `home, subscriptions ${known}`,
      card: homeCard({ ...home, invitation: true, agenda: { ...noAgenda(words), known } }),
    })),
    { name: 'agenda, nothing', card: agendaCard(noAgenda(words), 0) },
    { name: 'agenda, some', card: agendaCard(fullAgenda(words, last + 1), 0) },
    { name: 'agenda, many', card: agendaCard({ ...fullAgenda(words, 40), known: 'part' }, 10) },
    { name: 'agenda, seen only', card: agendaCard({ ...fullAgenda(words, 8), canManage: false, morning: true }, 0) },
    { name: 'agenda, nothing done lately', card: agendaCard({ ...noAgenda(words), hasOwnChanges: false }, 0) },
    { name: 'morning, some', card: morningCard(fullAgenda(words, 4)) },
    { name: 'morning, many', card: morningCard({ ...fullAgenda(words, 40), known: 'failed' }) },
  ];
}
