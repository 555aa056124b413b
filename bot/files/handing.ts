import type { Activity } from 'botbuilder-core';
import type { FileOffer, UploadInfo } from '../../dialogs/files/fileConsent.ts';
import type { FileOrder } from '../../dialogs/files/files.ts';
import type { Words } from '../../locales/words.ts';
import { textActivity } from '../turn/replies.ts';
import { keptMinutes, type Kept } from './shelf.ts';

/** A file on the shelf, as it is handed over. */
export interface Handed {
  readonly order: FileOrder;
  readonly id: string;
  readonly file: Kept;
}

/** Asks in Teams whether the file may be saved to the user's OneDrive; the answer comes as `fileConsent/invoke`. */
export function consentActivity({ order, id, file }: Handed): Partial<Activity> {
  const { words, userId, request } = order;
  const context: FileOffer = { file: id, userId, request: { ...request } };
  return {
    ...textActivity(words.t('file.offered')),
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: file.name,
        content: {
          description: words.t('file.description'),
          sizeInBytes: file.content.length,
          acceptContext: context,
          declineContext: context,
        },
      },
    ],
  };
}

/** Shows in Teams a file that was saved. */
export function savedActivity(words: Words, info: UploadInfo): Partial<Activity> {
  const { name, contentUrl, uniqueId, fileType } = info;
  return {
    ...savedLine(words, info),
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.info',
        contentUrl,
        name,
        content: { uniqueId, fileType },
      },
    ],
  };
}

/** Says that a file was saved, without leading to it. */
export const savedLine = ({ t }: Words, { name }: UploadInfo): Partial<Activity> =>
  textActivity(t('file.saved', { name }));

/** Says where on this machine the file is to be had. */
export function linkActivity({ order: { words }, file }: Handed, address: string): Partial<Activity> {
  const { name, type } = file;
  return {
    ...textActivity(words.t('file.link', { name, address, n: keptMinutes })),
    attachments: [{ contentType: type, contentUrl: address, name }],
  };
}

/** Most characters of rows in a message: Teams takes 28 KB in some ways that messages travel. */
const mostRows = 12_000;

/** The rows of a file as text to be copied, for a Teams that takes no files from bots; what is too long, or no text, is said to be. */
export function rowsActivity({ order: { words }, file }: Handed): Partial<Activity> {
  const { name, type, content } = file;
  const rows = type.startsWith('text/') ? content.toString('utf8').replace(/^\uFEFF/, '') : undefined;
  if (rows === undefined || rows.length > mostRows) return textActivity(words.t('file.notHere', { name }));
  return textActivity(`${words.t('file.asRows', { name })}\n\n${rows}`);
}

/** Most bytes of a file that travels within a message: an activity stays under 80 KB. */
const mostWithin = 48 * 1024;

/** The file within the message; one too large for that is said to be. */
export function wholeActivity({ order: { words }, file }: Handed): Partial<Activity> {
  const { name, type, content } = file;
  if (content.length > mostWithin) return textActivity(words.t('file.tooLarge'));
  const contentUrl = `data:${type.replaceAll(' ', '')};base64,${content.toString('base64')}`;
  return { ...textActivity(words.t('file.here', { name })), attachments: [{ contentType: type, contentUrl, name }] };
}
