import { locale } from '../translator.ts';
import { invitationEn } from './en.ts';

/** Words of inviting customers who have a Microsoft tenant already. */
export const invitationZhCN = locale('zh-CN', invitationEn)({});
