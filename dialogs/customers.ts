import { customersCard } from '../cards/customersCard.ts';
import { refusalCard } from '../cards/talkCards.ts';
import { may, refusal } from './rights.ts';
import type { Turn } from './turn.ts';

/** Customers on one card. */
const pageSize = 8;

/** Shows the recorded customers after that id; the first page without one. */
export async function customersPage(turn: Turn, after: string | undefined): Promise<void> {
  const { customers, partner, replies, words } = turn;
  if (!may(turn, 'view')) return replies.show(refusalCard(words, words.t('refusal.right'), false));
  const first = after === undefined;
  const page = await customers.list(partner.tenantId, { limit: pageSize, ...(first ? {} : { after }) });
  replies.show(
    customersCard({
      words,
      customers: page.items.map(({ value }) => value),
      ...(page.next === undefined ? {} : { next: page.next }),
      first,
      unreadable: page.unreadable.length,
      canAdd: refusal(partner) === undefined,
    }),
  );
}
