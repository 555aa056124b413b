import { acceptanceCard } from '../../cards/agreement/acceptanceCard.ts';
import { isAwaiting } from '../../cards/agreement/acceptanceGroup.ts';
import type { Trouble } from '../../cards/trouble.ts';
import { acceptanceState, type Acceptance } from '../../partner-center/agreement.ts';
import { cloud } from '../../partner-center/clouds.ts';
import type { Change } from '../../storage/changes.ts';
import { rightOf } from './changing.ts';
import { showCustomer, whatCan } from './customer.ts';
import { existing, isRelated, orTrouble, said } from './existing.ts';
import { finishChange } from './finishingChange.ts';
import { changesOf } from './openChanges.ts';
import { takeUpSeen } from './seenAcceptance.ts';
import { refOf, type Targeted } from './targets.ts';
import { may } from '../rights.ts';
import type { Turn } from '../turn.ts';

/** Check again: looks whether the customer has accepted the agreement, and goes on with what waits for that. */
export async function checkAgreement(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await existing(turn, ref, 'view');
  if (found === undefined) return;
  if (!isRelated(found) || !cloud(turn.partner.cloud).agreement) return showCustomer(turn, ref);
  const [said, changes] = await Promise.all([lookedAt(turn, found), changesOf(turn, found.target)]);
  const agreement = 'fault' in said ? undefined : said;
  const accepted = agreement !== undefined && acceptanceState(agreement) === 'accepted';
  const waiting = changes.filter(isAwaiting);
  // What is to be recorded by the partner is tried at once, too: nothing else tells whether it is taken by now.
  const open = waiting.find(({ what }) => 'consent' in what && what.consent !== undefined);
  if (!accepted && open !== undefined && may(turn, rightOf(open))) return finishChange(turn, open.id);
  show(turn, found, said, accepted ? takeUpSeen(turn, agreement, waiting) : waiting);
}

const lookedAt = (turn: Turn, { target }: Targeted): Promise<Acceptance | Trouble> =>
  said(turn.soon(turn.partnerCenter.management.agreement(target.microsoftId)));

function show(turn: Turn, found: Targeted, said: Acceptance | Trouble, changes: readonly Change[]): void {
  const { words, partner, partnerCenter, now, replies } = turn;
  const can = whatCan(turn, found);
  const waiting = changes.filter(isAwaiting);
  const page = waiting.find(({ awaiting }) => awaiting?.page !== undefined)?.awaiting?.page;
  replies.show(
    acceptanceCard({
      words,
      ref: refOf(found.target),
      companyName: found.target.companyName,
      moment: now.toISOString(),
      page: page ?? cloud(partner.cloud).acceptancePage ?? '',
      ...('fault' in said ? { trouble: said } : { agreement: said }),
      placing: changes.some(({ state }) => state === 'running'),
      waiting,
      canOrder: can.manage,
      practise: can.manage && partnerCenter.practiseAcceptance !== undefined,
    }),
  );
}

/** In practice there is no customer that could accept: the user does it in its place. */
export async function practiseAcceptance(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await existing(turn, ref, 'manage');
  if (found === undefined) return;
  const done = await orTrouble(turn, async () => {
    await turn.partnerCenter.practiseAcceptance?.(found.target.microsoftId);
    return true;
  });
  if (done === true) await checkAgreement(turn, ref);
}
