import { asksAgreement, signerField } from './agreement.ts';
import { answer } from './context.ts';
import { form } from './form.ts';
import { personFields } from './person.ts';

/** Who signs the agreement, where it is not the primary contact. */
export const signer = form({
  id: 'signer',
  applies: (context) => asksAgreement(context) && answer(context, 'agreement', signerField(context)) === 'other',
  fields: personFields,
});
