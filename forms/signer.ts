import { answer } from './context.ts';
import { form } from './form.ts';
import { personFields } from './person.ts';

/** Who signed the agreement, where it was not the primary contact. */
export const signer = form({
  id: 'signer',
  applies: (context) => context.cloud.agreement && answer(context, 'agreement', 'signer') === 'other',
  fields: personFields,
});
