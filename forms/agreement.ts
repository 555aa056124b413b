import { paragraph } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import { oldestAcceptance } from '../partner-center/agreement.ts';
import type { Values } from '../storage/draft.ts';
import type { Context } from './context.ts';
import { choice, day, toggle } from './field.ts';
import { form } from './form.ts';
import { kept } from './kept.ts';

const people = [
  { value: 'contact', title: (words: Words) => words.t('agreement.signerContact') },
  { value: 'other', title: (words: Words) => words.t('agreement.signerOther') },
];

const accepted = toggle({ mustBe: { value: 'true', fault: 'fault.agreement' } });
const person = choice(people);
const dayUntil = kept((latest: string) => day(latest, { first: oldestAcceptance, fault: 'fault.acceptanceOld' }));

/** Is the partner asked about the acceptance, or does the customer see to it alone? */
export const asksAgreement = ({ agreementWay }: Pick<Context, 'agreementWay'>): boolean =>
  agreementWay === 'recorded' || agreementWay === 'enhanced';

/** The question who it is: who has signed or, where that is still to be done on a page, who is asked to. */
export const signerField = ({ agreementWay }: Pick<Context, 'agreementWay'>): 'signer' | 'signatory' =>
  agreementWay === 'enhanced' ? 'signatory' : 'signer';

/** The way in which those answers were asked for; undefined where the customer saw to it alone. */
export function wayOfAnswers(answers: Values | undefined): Context['agreementWay'] {
  if (answers === undefined) return undefined;
  return answers['signatory'] === undefined ? 'recorded' : 'enhanced';
}

/** The customer's acceptance of the Microsoft Customer Agreement, as far as the partner brings it to Partner Center. */
export const agreement = form({
  id: 'agreement',
  applies: asksAgreement,
  defaults: (context) => ({ [signerField(context)]: 'contact' }),
  intro: ({ words, context }) => [
    paragraph(words.t(context.agreementWay === 'enhanced' ? 'agreement.introPage' : 'agreement.intro')),
  ],
  fields: (context) =>
    context.agreementWay === 'enhanced'
      ? { signatory: person }
      : { accepted, dateAccepted: dayUntil(context.today), signer: person },
});
