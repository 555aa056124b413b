import { base } from '../translator.ts';

/** Words of bringing in many customers by a file. */
export const importingEn = base({});
