import * as z from 'zod';
import { card, paragraph } from '../../cards/elements.ts';
import { orderOf, type FileOrder } from './files.ts';
import type { Turn } from '../turn.ts';

/** What a file consent card carries, and the client sends back: which file, to whom it was offered, and how it is made again. */
export const fileOffer = z.object({
  file: z.string().max(100),
  userId: z.string().max(200),
  request: z
    .record(z.string().max(40), z.string().max(500))
    .refine((texts) => Object.keys(texts).length <= 10)
    .and(z.object({ kind: z.string() })),
});
export type FileOffer = z.infer<typeof fileOffer>;

/** Where Teams takes a file that was accepted (bots/how-to/bots-filesv4). */
const uploadInfo = z.object({
  name: z.string().max(400),
  uploadUrl: z.string().max(8_000),
  contentUrl: z.string().max(8_000),
  uniqueId: z.string().max(200),
  fileType: z.string().max(40),
});
export type UploadInfo = z.infer<typeof uploadInfo>;

/** A file that was accepted. */
export interface Upload {
  readonly order: FileOrder;
  /** The id under which it was offered. */
  readonly file: string;
  readonly to: UploadInfo;
}

const consent = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept'), context: fileOffer, uploadInfo }),
  z.object({ action: z.literal('decline'), context: fileOffer }),
]);

/** What tells one answer to a card from another, however often it comes; undefined for what is no answer. */
export function consentKey(value: unknown): string | undefined {
  const answer = consent.safeParse(value);
  return answer.success ? `${answer.data.action} ${answer.data.context.file}` : undefined;
}

/** Takes the answer to a file consent card. Whether the user may have the file is judged again; an offer to somebody else is none. */
export function takeFileConsent(turn: Turn, value: unknown): void {
  const { replies, words } = turn;
  const answer = consent.safeParse(value);
  if (!answer.success || answer.data.context.userId !== turn.userId) return replies.say(words.t('file.gone'));
  const { data } = answer;
  if (data.action === 'decline') return say(turn, words.t('file.declined'));
  const order = orderOf(turn, data.context.request);
  if (order === undefined) return;
  replies.progress(card(words.t('file.uploading'), [paragraph(words.t('file.uploading'))]));
  turn.effects.push({ kind: 'upload', upload: { order, file: data.context.file, to: data.uploadInfo } });
}

/** In place of the card that offered it, where the client names it. */
function say({ replies }: Turn, text: string): void {
  if (replies.replaces) replies.settle(card(text, [paragraph(text)]));
  else replies.say(text);
}
