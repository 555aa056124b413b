import { agendaCard } from '../../cards/agendaCards.ts';
import { localTime } from '../../lib/localTime.ts';
import { insertOnce, updateItem } from '../../storage/conflicts.ts';
import { showCustomer } from '../customers/showCustomer.ts';
import { isRefresh } from '../pressedCard.ts';
import type { Turn } from '../turn.ts';
import { readAgenda } from './agenda.ts';
import { morningFrom } from './morningTime.ts';

/**
 * Reads again where Refresh was pressed, for as long as a turn can wait; else begins to read what is unknown. Practice mode
 * reads at once.
 */
export async function beginReading({ agendaCustomers, press, ...turn }: Turn): Promise<void> {
  const asked = isRefresh({ press });
  const atOnce = asked || turn.partnerCenter.practice;
  // What a colleague changed by way of another process is unknown here from then on.
  await turn.keptSubscriptions.catchUp();
  agendaCustomers.begin(atOnce);
  if (atOnce) await turn.waitBriefly(agendaCustomers.finished());
}

/** Shows a page of everything that waits for this user; the argument is the index of its first entry. */
export async function showAgenda(turn: Turn, argument: string): Promise<void> {
  if (!isRefresh(turn)) turn.replies.keep();
  await replaceAgenda(turn, argument);
}

/** Shows such a page in place of the pressed card. */
export async function replaceAgenda(turn: Turn, argument: string): Promise<void> {
  await beginReading(turn);
  turn.replies.show(agendaCard(await readAgenda(turn), /^\d{1,5}$/.test(argument) ? Number(argument) : 0));
}

/** Switches the morning's message on or off by the wish `on` or `off`. Today's comes only before its time. */
export async function setMorning(turn: Turn, wish: string): Promise<void> {
  const { person, partner, userId, replies, words, now, conversation, clock, effects } = turn;
  if (wish === 'on') {
    const { day, minutes } = localTime(clock, now);
    person.morning = { conversation, ...clock, ...(minutes >= morningFrom ? { sentOn: day } : {}) };
    await insertOnce(turn.morningUsers, partner.tenantId, userId, { at: now.toISOString() });
    effects.push({ kind: 'morning' });
  } else delete person.morning;
  replies.say(words.t(wish === 'on' ? 'morning.on' : 'morning.off'));
}

/** Opens a customer that was recorded without a relationship and is the partner's now, and records that it is. */
export async function showAcceptedCustomer(turn: Turn, ref: string): Promise<void> {
  const { customers, partner, directory, replies } = turn;
  replies.keep();
  const record = await customers.get(partner.tenantId, ref);
  const listed = record === undefined ? undefined : await directory.listed(record.value);
  if ((record?.value.relationship ?? 'reseller') !== 'reseller' && listed?.relationship === 'reseller')
    await updateItem(customers, partner.tenantId, ref, (present) => ({
      ...present,
      relationship: 'reseller' as const,
      microsoftId: listed.microsoftId,
    }));
  await showCustomer(turn, ref);
}
