import { paragraph } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import { choice, day, toggle } from './field.ts';
import { form } from './form.ts';

const signers = [
  { value: 'contact', title: (words: Words) => words.t('agreement.signerContact') },
  { value: 'other', title: (words: Words) => words.t('agreement.signerOther') },
];

/** The customer's acceptance of the Microsoft Customer Agreement; clouds without it do not ask. */
export const agreement = form({
  id: 'agreement',
  applies: (context) => context.cloud.agreement,
  defaults: () => ({ signer: 'contact' }),
  intro: ({ words }) => [paragraph(words.t('agreement.intro'))],
  fields: (context) => ({
    accepted: toggle({ mustBe: { value: 'true', fault: 'fault.agreement' } }),
    dateAccepted: day(context.today),
    signer: choice(signers),
  }),
});
