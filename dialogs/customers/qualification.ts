import { qualificationCard, type Askable } from '../../cards/customers/qualificationCard.ts';
import { refusalCard } from '../../cards/talkCards.ts';
import { judgeQualification, qualificationInputs } from '../../forms/qualification.ts';
import { cloud } from '../../partner-center/clouds.ts';
import { askable, kindNamed, qualificationKinds, type Vetting } from '../../partner-center/qualification.ts';
import type { Decision } from '../../partner-center/partnerCenter.ts';
import type { Faults, Values } from '../../storage/draft.ts';
import { answeredBefore, isChangeId, submitChange } from './changing.ts';
import { showCustomer } from './customer.ts';
import { changeable, existing, orTrouble } from './existing.ts';
import { refOf, type Targeted } from './targets.ts';
import type { Turn } from '../turn.ts';

/** Request special qualification: asks what Microsoft needs for it; what was asked for before stands typed. */
export async function askQualification(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await changeable(turn, ref);
  const vettings = found === undefined ? undefined : await vettingsOf(turn, found);
  if (found === undefined || vettings === undefined) return;
  if (askable(vettings).length === 0) {
    turn.replies.say(turn.words.t('askQualification.nothing'));
    return showCustomer(turn, ref);
  }
  show(turn, found, { vettings, changeId: turn.newId(), values: typedFirst(turn, found), faults: {} });
}

/** The customer's qualifications as they are now; where they could not be read, or there can be none, that was shown. */
async function vettingsOf(turn: Turn, { target }: Targeted): Promise<readonly Vetting[] | undefined> {
  const { partner, partnerCenter, words, replies } = turn;
  if (cloud(partner.cloud).qualification)
    return orTrouble(turn, () => turn.soon(partnerCenter.management.qualifications(target.microsoftId)));
  replies.show(refusalCard(words, words.t('askQualification.cloud'), false));
  return undefined;
}

/** What was asked for last: what the button says of it, else what was recorded when the customer was added. */
const typedFirst = ({ press }: Turn, { record }: Targeted): Values => ({
  ...record?.sections['qualification'],
  ...press?.values,
});

interface Asked {
  readonly vettings: readonly Vetting[];
  readonly changeId: string;
  readonly values: Values;
  readonly faults: Faults;
}

function show(turn: Turn, { target }: Targeted, { vettings, changeId, values, faults }: Asked): void {
  const { words } = turn;
  const choices = askable(vettings).map((kind): Askable => {
    const denied = vettings.find((one) => kindNamed(one.qualification) === kind && one.state === 'denied');
    const inputs = qualificationInputs(kind, { words, values, faults });
    return { kind, inputs, ...(denied === undefined ? {} : { denied }) };
  });
  const { companyName } = target;
  turn.replies.show(qualificationCard({ words, ref: refOf(target), companyName, changeId, choices }));
}

/** Request was pressed: what was typed is judged, and handed to a durable change, by `ref change kind`. */
export async function requestQualification(turn: Turn, argument: string): Promise<void> {
  const [ref = '', changeId = '', word] = argument.split(' ');
  const kind = qualificationKinds.find((one) => one === word);
  if (!isChangeId(changeId) || kind === undefined) return askQualification(turn, ref);
  const found = await changeable(turn, ref);
  if (found === undefined || (await answeredBefore(turn, { id: changeId, customer: found.target }))) return;
  const vettings = await vettingsOf(turn, found);
  if (vettings === undefined) return;
  if (!askable(vettings).includes(kind)) {
    turn.replies.say(turn.words.t('askQualification.meanwhile'));
    return showCustomer(turn, ref);
  }
  const values = turn.press?.values ?? {};
  const judged = judgeQualification(kind, values);
  if ('faults' in judged) return show(turn, found, { vettings, changeId, values, faults: judged.faults });
  return submitChange(turn, { id: changeId, customer: found.target, what: { kind: 'qualification', ...judged } });
}

const decisions: Readonly<Record<string, Decision>> = {
  'qualification approved': { about: 'qualification', state: 'approved' },
  'qualification denied': { about: 'qualification', state: 'denied' },
  'account allowed': { about: 'account', state: 'allowed' },
  'account under-review': { about: 'account', state: 'under-review' },
  'account not-approved': { about: 'account', state: 'not-approved' },
};

/** In practice nobody at Microsoft decides: the user does it in its place, by `ref about state`. */
export async function practiseDecision(turn: Turn, argument: string): Promise<void> {
  turn.replies.keep();
  const [ref = '', ...rest] = argument.split(' ');
  const name = rest.join(' ');
  const decision = Object.hasOwn(decisions, name) ? decisions[name] : undefined;
  const found = await existing(turn, ref, 'manage');
  if (found === undefined) return;
  const done = await orTrouble(turn, async () => {
    if (decision !== undefined) await turn.partnerCenter.practiseDecision?.(found.target.microsoftId, decision);
    return true;
  });
  if (done === true) await showCustomer(turn, ref);
}
