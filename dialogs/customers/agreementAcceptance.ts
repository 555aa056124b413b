import { acceptanceCard } from '../../cards/customers/acceptanceCard.ts';
import { isAwaitingAcceptance } from '../../cards/customers/customerView.ts';
import type { RefusedCall } from '../../cards/faultLines.ts';
import { acceptanceState, type Acceptance } from '../../partner-center/rules/agreement.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Change } from '../../model/change.ts';
import { finishChange, rightOf } from './changeRequest.ts';
import { showCustomer, customerActions } from './showCustomer.ts';
import { answerOrRefusal, customerWithRight, type FoundCustomer, isRelated, orShowRefusal } from './customerAccess.ts';
import { changesOf, wakeAcceptedChanges } from './openChanges.ts';
import { refOf } from '../../model/customerRef.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';

/** Check again: reads whether the customer has accepted the agreement, and continues the changes that wait for it. */
export async function checkAgreement(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await customerWithRight(turn, ref, 'view');
  if (found === undefined) return;
  if (!isRelated(found) || !cloud(turn.partner.cloud).agreement) return showCustomer(turn, ref);
  const [said, changes] = await Promise.all([readAgreement(turn, found), changesOf(turn, found.target)]);
  const agreement = 'fault' in said ? undefined : said;
  const accepted = agreement !== undefined && acceptanceState(agreement) === 'accepted';
  const waiting = changes.filter(isAwaitingAcceptance);
  // An acceptance that the partner records is tried at once: nothing else tells whether it is accepted by now.
  const open = waiting.find(({ what }) => 'consent' in what && what.consent !== undefined);
  if (!accepted && open !== undefined && may(turn, rightOf(open))) return finishChange(turn, open.id);
  showAcceptance(turn, found, said, accepted ? wakeAcceptedChanges(turn, agreement, waiting) : waiting);
}

const readAgreement = (turn: Turn, { target }: FoundCustomer): Promise<Acceptance | RefusedCall> =>
  answerOrRefusal(turn.withinAnswerTime(turn.partnerCenter.management.agreement(target.microsoftId)));

function showAcceptance(
  turn: Turn,
  found: FoundCustomer,
  said: Acceptance | RefusedCall,
  changes: readonly Change[],
): void {
  const { words, partner, partnerCenter, now, replies } = turn;
  const can = customerActions(turn, found);
  const waiting = changes.filter(isAwaitingAcceptance);
  const page = waiting.find(({ awaiting }) => awaiting?.page !== undefined)?.awaiting?.page;
  replies.show(
    acceptanceCard({
      words,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      moment: now.toISOString(),
      page: page ?? cloud(partner.cloud).acceptancePage ?? '',
      ...('fault' in said ? { refusedCall: said } : { agreement: said }),
      placing: changes.some(({ state }) => state === 'running'),
      waiting,
      canOrder: can.manage,
      practise: can.manage && partnerCenter.practiseAcceptance !== undefined,
    }),
  );
}

/** Accepts the agreement in the customer's place, in practice mode only. */
export async function practiseAcceptance(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await customerWithRight(turn, ref, 'manage');
  if (found === undefined) return;
  const done = await orShowRefusal(turn, async () => {
    await turn.partnerCenter.practiseAcceptance?.(found.target.microsoftId);
    return true;
  });
  if (done === true) await checkAgreement(turn, ref);
}
