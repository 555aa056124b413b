import { form } from './form.ts';
import { personFields } from './person.ts';

/** The customer's primary contact. */
export const contact = form({ id: 'contact', fields: personFields });
