import { paragraph } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import { oldestAcceptance } from '../partner-center/rules/agreement.ts';
import type { Values } from '../model/draft.ts';
import { acceptedAnswer, type Context } from './context.ts';
import { choice, day, toggle } from './field.ts';
import { form } from './form.ts';
import { memoize } from '../lib/memoize.ts';
import { personFields, personTogether } from './contactSection.ts';

const signerChoices = [
  { value: 'contact', title: (words: Words) => words.t('agreement.signerContact') },
  { value: 'other', title: (words: Words) => words.t('agreement.signerOther') },
];

const acceptedToggle = toggle({ mustBe: { value: 'true', fault: 'fault.agreement' } });
const signerChoice = choice(signerChoices);
const acceptanceDay = memoize((latest: string) =>
  day(latest, { first: oldestAcceptance, fault: 'fault.acceptanceOld' }),
);

/** True when the partner is asked about the acceptance; otherwise the customer sees to it alone. */
const asksAgreement = ({ agreementWay }: Pick<Context, 'agreementWay'>): boolean =>
  agreementWay === 'recorded' || agreementWay === 'enhanced';

/** The input for the person: `signer` has signed; `signatory` is asked to sign on a page. */
export const signerField = ({ agreementWay }: Pick<Context, 'agreementWay'>): 'signer' | 'signatory' =>
  agreementWay === 'enhanced' ? 'signatory' : 'signer';

/** The agreement way these answers were asked for in; undefined where the customer saw to it alone. */
export function agreementWayOfAnswers(answers: Values | undefined): Context['agreementWay'] {
  if (answers === undefined) return undefined;
  return answers['signatory'] === undefined ? 'recorded' : 'enhanced';
}

/** The customer's acceptance of the Microsoft Customer Agreement, as far as the partner brings it to Partner Center. */
export const agreementSection = form({
  id: 'agreement',
  applies: asksAgreement,
  // The acceptance itself is the partner's word, which is never given for them.
  defaults: (context) => ({
    [signerField(context)]: 'contact',
    ...(context.agreementWay === 'enhanced' ? {} : { dateAccepted: context.today }),
  }),
  intro: ({ words, context }) => [
    paragraph(words.t(context.agreementWay === 'enhanced' ? 'agreement.introPage' : 'agreement.intro')),
  ],
  // The date says that it was accepted; another person is named by the signer's own section.
  together: ({ dateAccepted, signer }) => ({
    facts: [],
    fields: [
      ...(dateAccepted === undefined ? [] : (['accepted'] as const)),
      ...(signer === 'other' ? (['signer'] as const) : []),
    ],
  }),
  fields: (context) =>
    context.agreementWay === 'enhanced'
      ? { signatory: signerChoice }
      : { accepted: acceptedToggle, dateAccepted: acceptanceDay(context.today), signer: signerChoice },
});

/** The agreement's signer, where it is not the primary contact. */
export const signerSection = form({
  id: 'signer',
  applies: (context) =>
    asksAgreement(context) && acceptedAnswer(context, 'agreement', signerField(context)) === 'other',
  fields: personFields,
  together: (answers, _context, words) => personTogether(answers, words),
});
