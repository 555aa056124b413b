import { base } from '../translator.ts';

/** Words of finding customers that exist, and of taking the list away. */
export const directoryEn = base({});
