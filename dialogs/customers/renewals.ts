import { customerTroubleCard } from '../../cards/customers/customerTroubleCard.ts';
import { renewalsCard } from '../../cards/customers/renewalsCard.ts';
import { argumentOfRenewals, renewalsPlaceOf } from '../../cards/customers/renewalsPlace.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { may, refusal } from '../rights.ts';
import type { DirectoryEntry } from './directory.ts';
import { endingSoon } from './endingSoon.ts';
import { knownOfEvery, readEvery } from './everySubscription.ts';
import type { Turn } from '../turn.ts';

/**
 * Renewals: what ends within 30, 60 or 90 days over all customers, by `days from`. What takes long to read goes on behind
 * the turn, and is there at the next look.
 */
export async function showRenewals(turn: Turn, argument: string): Promise<void> {
  const { words, now, replies, keptSubscriptions, press } = turn;
  const place = renewalsPlaceOf(argument);
  if (press?.values['again'] !== undefined) keptSubscriptions.forgetFailures();
  const { customers, fault, isOver } = await look(turn);
  if (customers === undefined && fault !== undefined) {
    const again = { verb: 'renewals', argument: argumentOfRenewals(place) };
    return replies.show(customerTroubleCard(words, fault, again));
  }
  const { answers } = knownOfEvery(turn, customers ?? []);
  const canChange = refusal(turn.partner) === undefined;
  replies.show(
    renewalsCard({
      words,
      now,
      place,
      entries: endingSoon(answers, now).map(({ customer, ...one }) => ({
        ...one,
        ref: customer.ref,
        companyName: nameOf(customer),
      })),
      ...(customers === undefined ? {} : { customers: customers.length }),
      ...(isOver ? {} : { soFar: answers.length }),
      ...(fault === undefined ? {} : { fault: fault.refusal }),
      unread: answers.flatMap(({ customer, answer }) =>
        answer instanceof PartnerCenterError ? [nameOf(customer)] : [],
      ),
      canAdd: canChange && may(turn, 'add'),
      canManage: canChange && may(turn, 'manage'),
    }),
  );
}

const nameOf = ({ companyName, domain }: DirectoryEntry): string => (companyName === '' ? domain : companyName);

interface Looked {
  /** Absent while they are not all listed. */
  readonly customers?: readonly DirectoryEntry[];
  readonly fault?: PartnerCenterError;
  /** The reading has come to an end, whichever. */
  readonly isOver: boolean;
}

/** Reads what is not known yet, for as long as a turn can wait. */
async function look(turn: Turn): Promise<Looked> {
  let looked: Looked = { isOver: false };
  const reading = (async () => {
    try {
      const customers = await turn.directory.every({ find: '', reseller: '' }, () => undefined);
      looked = { ...looked, customers };
      await readEvery(turn, customers);
      looked = { ...looked, isOver: true };
    } catch (error) {
      if (!(error instanceof PartnerCenterError)) throw error;
      looked = { ...looked, fault: error, isOver: true };
    }
  })();
  reading.catch(() => undefined);
  try {
    await turn.soon(reading);
  } catch (error) {
    // Nothing of Partner Center's comes out of it: it is late.
    if (!(error instanceof PartnerCenterError)) throw error;
  }
  return looked;
}
