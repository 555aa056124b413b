import * as z from 'zod';

/** The languages a user may choose: the catalogues' own. */
export const language = z.enum(['en', 'zh-TW', 'zh-CN', 'ru']);

/** Fields of what is done after the turn that asked for it: who asked, and how and where they are told what became of it. */
export const asked = {
  userId: z.string(),
  userName: z.string().exactOptional(),
  language,
  createdAt: z.string(),
  /** A Bot Framework conversation reference. */
  conversation: z.record(z.string(), z.unknown()),
  /** Id of the card that shows how far it is. */
  progressCard: z.string().exactOptional(),
};
