import { base } from '../translator.ts';

/** Words of one customer and of what can be changed about it. */
export const changesEn = base({});
