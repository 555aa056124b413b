import { isDeepStrictEqual } from 'node:util';
import { customerCard, customersCard } from '../cards/customersCard.ts';
import { refusalCard } from '../cards/talkCards.ts';
import { newDraft } from '../forms/draft.ts';
import type { Customer } from '../storage/customers.ts';
import type { Draft, Values } from '../storage/draft.ts';
import { canAdd, hasRoom } from './beginning.ts';
import { contextOf, put } from './drafts.ts';
import { partsOf, showOpen } from './openCard.ts';
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

/** A recorded customer as the start of a new draft: every answer stands typed, but its domain, which is taken. */
export async function takeAsDraft(turn: Turn, id: string): Promise<void> {
  turn.replies.keep();
  if (!canAdd(turn)) return;
  const found = await read(turn, id);
  if (found === undefined) return;
  const typed = typedOf(found.sections);
  // The button may be pressed twice: a copy nobody touched is the one that is wanted.
  const copy = turn.person.drafts.find((draft) => isDeepStrictEqual([draft.accepted, draft.typed], [{}, typed]));
  if (copy === undefined && !(await hasRoom(turn))) return;
  put(turn, copy ?? { ...newDraft(turn.newId(), turn.now.toISOString()), from: id, typed });
  turn.replies.say(turn.words.t('customer.copied'));
  await showOpen(turn);
}

const typedOf = (sections: Customer['sections']): Draft['typed'] =>
  Object.fromEntries(
    Object.entries(sections).map(([id, values]) => [id, id === 'company' ? withoutDomain(values) : values]),
  );

const withoutDomain = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'domainPrefix'));

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
