import type { Activity } from 'botbuilder-core';
import * as z from 'zod';
import type { SentFile } from '../../dialogs/turn.ts';

// How Teams sends a file in a personal chat (bots/how-to/bots-filesv4): where it lies is in the content.
const teamsFile = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().optional(),
  content: z.object({ downloadUrl: z.string() }),
});

// How the Emulator and the chat page do.
const plainFile = z.object({
  contentType: z.string().regex(/^(?!text\/html|application\/vnd\.microsoft\.)/i),
  name: z.string().optional(),
  contentUrl: z.string(),
});

// What Teams sends of a sticker, a pasted picture or a recording: seen and heard, but no file with customers.
const isMedia = (type: string): boolean => /^(?:image|audio|video)\//i.test(type);

/** The files that came with a message, pictures and recordings marked as such; cards and the message's own HTML are none. */
export function sentFilesOf({ attachments }: Pick<Activity, 'attachments'>): SentFile[] {
  const sent: unknown = attachments;
  if (!Array.isArray(sent)) return [];
  return sent.slice(0, 10).flatMap((one: unknown) => {
    const teams = teamsFile.safeParse(one);
    if (teams.success) return [file(teams.data.name, teams.data.content.downloadUrl)];
    const plain = plainFile.safeParse(one);
    if (!plain.success) return [];
    const { name, contentUrl, contentType } = plain.data;
    return [{ ...file(name, contentUrl), ...(isMedia(contentType) ? { media: true } : {}) }];
  });
}

const file = (name: string | undefined, url: string): SentFile => ({ name: (name ?? '').slice(0, 200), url });
