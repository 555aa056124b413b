import { paragraph } from '../cards/elements.ts';
import type { Words } from '../locales/words.ts';
import { choice, day, toggle } from './field.ts';
import { form } from './form.ts';
import { kept } from './kept.ts';

const signers = [
  { value: 'contact', title: (words: Words) => words.t('agreement.signerContact') },
  { value: 'other', title: (words: Words) => words.t('agreement.signerOther') },
];

const accepted = toggle({ mustBe: { value: 'true', fault: 'fault.agreement' } });
const signer = choice(signers);
const dayUntil = kept(day);

/** The customer's acceptance of the Microsoft Customer Agreement; clouds without it do not ask. */
export const agreement = form({
  id: 'agreement',
  applies: (context) => context.cloud.agreement,
  defaults: () => ({ signer: 'contact' }),
  intro: ({ words }) => [paragraph(words.t('agreement.intro'))],
  fields: (context) => ({
    accepted,
    dateAccepted: dayUntil(context.today),
    signer,
  }),
});
