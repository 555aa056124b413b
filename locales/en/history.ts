import { base } from '../translator.ts';

/** Words of what was done to a customer. */
export const historyEn = base({
  'history.support': 'Microsoft support can find each request by its correlation ID.',
});
