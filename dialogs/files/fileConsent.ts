import * as z from 'zod';
import { card, paragraph } from '../../cards/elements.ts';
import { uploadInfo } from './fileTypes.ts';
import { createFileOrder } from './fileOrders.ts';
import type { Turn } from '../turn.ts';

/**
 * Data of a file consent card, which the client sends back: the file, the user it is offered to, and the request to
 * produce it again.
 */
const fileOffer = z.object({
  file: z.string().max(100),
  userId: z.string().max(200),
  request: z
    .record(z.string().max(40), z.string().max(500))
    .refine((texts) => Object.keys(texts).length <= 10)
    .and(z.object({ kind: z.string() })),
});
export type FileOffer = z.infer<typeof fileOffer>;

const consentAnswer = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept'), context: fileOffer, uploadInfo }),
  z.object({ action: z.literal('decline'), context: fileOffer }),
]);

/**
 * Key that identifies an answer to a consent card, the same when it is sent again; undefined when the value is no
 * answer.
 */
export function consentKey(value: unknown): string | undefined {
  const answer = consentAnswer.safeParse(value);
  return answer.success ? `${answer.data.action} ${answer.data.context.file}` : undefined;
}

/**
 * Handles the answer to a file consent card. The user's right is checked again; an offer to another user is refused.
 */
export function handleFileConsent(turn: Turn, value: unknown): void {
  const { replies, words } = turn;
  const answer = consentAnswer.safeParse(value);
  if (!answer.success || answer.data.context.userId !== turn.userId) return replies.say(words.t('file.gone'));
  const { data } = answer;
  if (data.action === 'decline') return replaceOffer(turn, words.t('file.declined'));
  const order = createFileOrder(turn, data.context.request);
  if (order === undefined) return;
  replies.progress(card(words.t('file.uploading'), [paragraph(words.t('file.uploading'))]));
  turn.effects.push({ kind: 'upload', upload: { order, file: data.context.file, to: data.uploadInfo } });
}

/** Replaces the card of the offer when the client names it, else says a line. */
function replaceOffer({ replies }: Turn, text: string): void {
  if (replies.replaces) replies.replaceCard(card(text, [paragraph(text)]));
  else replies.say(text);
}
