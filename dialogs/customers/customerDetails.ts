import { profileFacts } from '../../cards/accountInfo.ts';
import { customerDetailsCard, type CustomerDetailsView } from '../../cards/customers/customerDetailsCard.ts';
import type { RefusedCall } from '../../cards/faultLines.ts';
import { agreementWayOfAnswers } from '../../forms/agreementSection.ts';
import { defined } from '../../lib/optional.ts';
import { refOf } from '../../model/customerRef.ts';
import { sectionParts } from '../add/currentCard.ts';
import { contextOf } from '../drafts.ts';
import type { Turn } from '../turn.ts';
import { answerOrRefusal, customerWithRight, type FoundCustomer } from './customerAccess.ts';
import { customerActions, microsoftStatus } from './showCustomer.ts';

/** More: shows a customer's details, in place of its card where the client can. */
export async function showCustomerDetails(turn: Turn, ref: string): Promise<void> {
  const found = await customerWithRight(turn, ref, 'view');
  if (found === undefined) return;
  const { target, record } = found;
  const [parts, standing] = await Promise.all([
    answerOrRefusal(turn.withinAnswerTime(accountParts(turn, found))),
    microsoftStatus(turn, found),
  ]);
  turn.replies.show(
    customerDetailsCard({
      words: turn.words,
      ref: refOf(target),
      companyName: target.companyName,
      ...defined({ record }),
      parts,
      ...standing,
      practise: turn.partnerCenter.practiseDecision !== undefined,
      can: customerActions(turn, found),
    }),
    { ref: refOf(target), verb: 'customerDetails', argument: refOf(target) },
  );
}

/** Account info from the record or, without one, from Partner Center. */
async function accountParts(turn: Turn, { target, record }: FoundCustomer): Promise<Parts> {
  const { partnerCenter, words } = turn;
  if (record !== undefined) {
    const { subscriptions: _ordered, ...sections } = record.sections;
    const context = await contextOf(turn, { accepted: sections }, { offers: false });
    // The agreement fields of that time, whatever the form asks today.
    const asked = { ...context, agreementWay: agreementWayOfAnswers(sections['agreement']) };
    // The company's address names the country.
    return sectionParts(sections, asked, words).filter(({ id }) => id !== 'country');
  }
  const { billing } = (await partnerCenter.directory?.customer(target.microsoftId)) ?? {};
  return billing === undefined ? [] : [{ title: words.t('customer.account'), facts: profileFacts(billing, words) }];
}

type Parts = Exclude<CustomerDetailsView['parts'], RefusedCall>;
