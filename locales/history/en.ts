import { base } from '../translator.ts';

/** Words of what was done to a customer. */
export const historyEn = base({
  'history.support': 'Microsoft’s support finds what was sent by its correlation ID.',
});
