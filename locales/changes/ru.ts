import { locale } from '../translator.ts';
import { changesEn } from './en.ts';

/** Words of one customer and of what can be changed about it. */
export const changesRu = locale('ru', changesEn)({});
