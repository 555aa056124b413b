import { qualificationCard, type QualificationChoice } from '../../cards/customers/qualificationCard.ts';
import { refusalCard } from '../../cards/commandCards.ts';
import { judgeQualification, qualificationInputs } from '../../forms/qualificationSection.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import {
  requestableQualifications,
  qualificationKind,
  qualificationKinds,
  type Vetting,
} from '../../partner-center/rules/qualification.ts';
import type { PracticeDecision } from '../../partner-center/partnerCenter.ts';
import type { Faults, Values } from '../../model/draft.ts';
import { answerIfRepeated, isChangeId, submitChange } from './changeRequest.ts';
import { showCustomer } from './showCustomer.ts';
import { changeableCustomer, customerWithRight, type FoundCustomer, orShowRefusal } from './customerAccess.ts';
import { refOf } from '../../model/customerRef.ts';
import { isLastAsked, showAsking } from '../openQuestion.ts';
import type { Turn } from '../turn.ts';
import { defined } from '../../lib/optional.ts';

/** Request special qualification: asks for Microsoft's data, prefilled from the last request. */
export async function askQualification(turn: Turn, ref: string): Promise<void> {
  turn.replies.keep();
  const found = await changeableCustomer(turn, ref);
  const vettings = found === undefined ? undefined : await readVettings(turn, found);
  if (found === undefined || vettings === undefined) return;
  if (requestableQualifications(vettings, found.record?.country).length === 0) {
    turn.replies.say(turn.words.t('askQualification.nothing'));
    return showCustomer(turn, ref);
  }
  showQualification(turn, found, { vettings, changeId: turn.newId(), values: initialValues(turn, found), faults: {} });
}

/**
 * Present qualifications of the customer; undefined when they could not be read or the cloud has none, and that was
 * shown.
 */
async function readVettings(turn: Turn, { target }: FoundCustomer): Promise<readonly Vetting[] | undefined> {
  const { partner, partnerCenter, words, replies } = turn;
  if (cloud(partner.cloud).qualification)
    return orShowRefusal(turn, () =>
      turn.withinAnswerTime(partnerCenter.management.qualifications(target.microsoftId)),
    );
  replies.show(refusalCard(words, words.t('askQualification.cloud'), false));
  return undefined;
}

/** Initial values of the inputs: the pressed button's, else those recorded when the customer was added. */
const initialValues = ({ press }: Turn, { record }: FoundCustomer): Values => ({
  ...record?.sections['qualification'],
  ...press?.values,
});

interface QualificationQuestion {
  readonly vettings: readonly Vetting[];
  readonly changeId: string;
  readonly values: Values;
  readonly faults: Faults;
}

function showQualification(
  turn: Turn,
  found: FoundCustomer,
  { vettings, changeId, values, faults }: QualificationQuestion,
): void {
  const { words } = turn;
  const choices = requestableQualifications(vettings, found.record?.country).map((kind): QualificationChoice => {
    const denied = vettings.find((one) => qualificationKind(one.qualification) === kind && one.state === 'denied');
    const inputs = qualificationInputs(kind, { words, values, faults });
    return { kind, inputs, ...defined({ denied }) };
  });
  const { target } = found;
  const { companyName } = target;
  const made = qualificationCard({ words, ref: refOf(target), companyName, changeId, choices });
  showAsking(turn, made, { yes: ['requestQualification'], key: changeId });
}

/** Validates the typed values and starts the durable change; argument `ref change kind`. */
export async function submitQualification(turn: Turn, argument: string): Promise<void> {
  const [ref = '', changeId = '', word] = argument.split(' ');
  const kind = qualificationKinds.find((one) => one === word);
  if (!isChangeId(changeId) || kind === undefined) return askQualification(turn, ref);
  const found = await changeableCustomer(turn, ref);
  if (found === undefined || (await answerIfRepeated(turn, { id: changeId, customer: found.target }))) return;
  const vettings = await readVettings(turn, found);
  if (vettings === undefined) return;
  if (!requestableQualifications(vettings, found.record?.country).includes(kind)) {
    turn.replies.say(turn.words.t('askQualification.meanwhile'));
    return showCustomer(turn, ref);
  }
  const values = turn.press?.values ?? {};
  if (!isLastAsked(turn, changeId))
    return showQualification(turn, found, { vettings, changeId: turn.newId(), values, faults: {} });
  const judged = judgeQualification(kind, values);
  if ('faults' in judged) return showQualification(turn, found, { vettings, changeId, values, faults: judged.faults });
  return submitChange(turn, { id: changeId, customer: found.target, what: { kind: 'qualification', ...judged } });
}

const decisions: Readonly<Record<string, PracticeDecision>> = {
  'qualification approved': { about: 'qualification', state: 'approved' },
  'qualification denied': { about: 'qualification', state: 'denied' },
  'account allowed': { about: 'account', state: 'allowed' },
  'account under-review': { about: 'account', state: 'under-review' },
  'account not-approved': { about: 'account', state: 'not-approved' },
};

/** Decides in Microsoft's place, in practice mode only; argument `ref about state`. */
export async function decideInPractice(turn: Turn, argument: string): Promise<void> {
  turn.replies.keep();
  const [ref = '', ...rest] = argument.split(' ');
  const name = rest.join(' ');
  const decision = Object.hasOwn(decisions, name) ? decisions[name] : undefined;
  const found = await customerWithRight(turn, ref, 'manage');
  if (found === undefined) return;
  const done = await orShowRefusal(turn, async () => {
    if (decision !== undefined) await turn.partnerCenter.practiseDecision?.(found.target.microsoftId, decision);
    return true;
  });
  if (done === true) await showCustomer(turn, ref);
}
