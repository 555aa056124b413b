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

/** Fields of what goes on by itself at a time, as long as it is unfinished; Finish may come before. */
export const waiting = {
  /** When it is taken up by itself, in ISO 8601. */
  wakeAt: z.string().exactOptional(),
  /** What the person was last told it waits for: woken and waiting for the same again, it does not say so again. */
  waitsFor: z.string().exactOptional(),
};
