import { locale } from '../translator.ts';
import { importingEn } from './en.ts';

/** Words of bringing in many customers by a file. */
export const importingRu = locale('ru', importingEn)({});
