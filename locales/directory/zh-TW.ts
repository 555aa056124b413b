import { locale } from '../translator.ts';
import { directoryEn } from './en.ts';

/** Words of finding customers that exist, and of taking the list away. */
export const directoryZhTW = locale('zh-TW', directoryEn)({});
