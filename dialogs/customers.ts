import { customerCard, customersCard } from '../cards/customersCard.ts';
import { refusalCard } from '../cards/talkCards.ts';
import type { Customer } from '../storage/customers.ts';
import { contextOf } from './drafts.ts';
import { partsOf } from './openCard.ts';
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

/** Shows one recorded customer of this partner; of another's it knows nothing. */
export async function showCustomer(turn: Turn, id: string): Promise<void> {
  const found = await read(turn, id);
  if (found === undefined) return;
  const { words, partner, replies } = turn;
  const context = await contextOf(turn, { accepted: found.sections });
  const can = { add: refusal(partner) === undefined, erase: may(turn, 'remove') };
  replies.show(customerCard(found, partsOf(found.sections, context, words), words, can));
}

async function read(turn: Turn, id: string): Promise<Customer | undefined> {
  const { customers, partner, replies, words } = turn;
  if (!may(turn, 'view')) {
    replies.show(refusalCard(words, words.t('refusal.right'), false));
    return undefined;
  }
  const found = await customers.get(partner.tenantId, id);
  if (found === undefined) replies.say(words.t('customer.gone'));
  return found?.value;
}
