import { base } from '../translator.ts';

/** Words of inviting customers who have a Microsoft tenant already. */
export const invitationEn = base({});
