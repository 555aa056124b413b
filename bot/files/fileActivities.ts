import type { Activity } from 'botbuilder-core';
import type { UploadInfo, FileOrder } from '../../dialogs/files/fileTypes.ts';
import type { FileOffer } from '../../dialogs/files/fileConsent.ts';
import { type Words, words } from '../../locales/words.ts';
import { textActivity } from '../turn/replies.ts';
import { pendingFileMinutes, type PendingFile } from './pendingFiles.ts';

/** A pending file with its order, ready to be delivered. */
export interface DeliverableFile {
  readonly order: FileOrder;
  readonly id: string;
  readonly file: PendingFile;
}

/** Teams' consent card for saving a file to the user's OneDrive; the answer comes as `fileConsent/invoke`. */
export function consentActivity({ order, id, file }: DeliverableFile): Partial<Activity> {
  const { userId, request } = order;
  const { t } = words(order.language);
  const context: FileOffer = { file: id, userId, request: { ...request } };
  return {
    ...textActivity(t('file.offered')),
    attachments: [
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: file.name,
        content: {
          description: t('file.description'),
          sizeInBytes: file.content.length,
          acceptContext: context,
          declineContext: context,
        },
      },
    ],
  };
}

/** Teams' card of a saved file. */
export function savedActivity(spoken: Words, info: UploadInfo): Partial<Activity> {
  const { name, contentUrl, uniqueId, fileType } = info;
  return {
    ...savedText(spoken, info),
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

/** A message that a file was saved, without a link to it. */
export const savedText = ({ t }: Words, { name }: UploadInfo): Partial<Activity> =>
  textActivity(t('file.saved', { name }));

/** A message with a link to the file on this machine. */
export function linkActivity({ order: { language }, file }: DeliverableFile, address: string): Partial<Activity> {
  const { name, type } = file;
  return {
    ...textActivity(words(language).t('file.link', { address, n: pendingFileMinutes })),
    attachments: [{ contentType: type, contentUrl: address, name }],
  };
}

/** Most characters of rows in a message: Teams accepts only 28 KB on some routes. */
const maxRowsLength = 12_000;

/**
 * The rows of a file as text to copy, for a Teams that accepts no files from bots; a file that is too long, or no text,
 * gets a message that says so.
 */
export function rowsActivity({ order: { language }, file }: DeliverableFile): Partial<Activity> {
  const { name, type, content } = file;
  const rows = type.startsWith('text/') ? content.toString('utf8').replace(/^\uFEFF/, '') : undefined;
  if (rows === undefined || rows.length > maxRowsLength)
    return textActivity(words(language).t('file.notHere', { name }));
  return textActivity(`${words(language).t('file.asRows', { name })}\n\n${rows}`);
}

/** Most bytes of a file inside a message: an activity stays under 80 KB. */
const maxInlineBytes = 48 * 1024;

/** A message that contains the file; a file too large for that gets a message that says so. */
export function inlineActivity({ order: { language }, file }: DeliverableFile): Partial<Activity> {
  const { name, type, content } = file;
  if (content.length > maxInlineBytes) return textActivity(words(language).t('file.tooLarge'));
  const contentUrl = `data:${type.replaceAll(' ', '')};base64,${content.toString('base64')}`;
  return {
    ...textActivity(words(language).t('file.here')),
    attachments: [{ contentType: type, contentUrl, name }],
  };
}
