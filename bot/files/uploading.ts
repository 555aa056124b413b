import { isLoopbackUrl } from '../door/loopback.ts';
import type { Send } from '../door/outgoing.ts';

/** Where files may be sent to. */
export interface UploadRules {
  /** No app id: this machine only. */
  readonly anonymous: boolean;
  /** Domains whose hosts take files. */
  readonly hosts: readonly string[];
}

/** May a file be sent there? Whoever sends the address is believed no more than any other input. */
export function isUploadUrl(url: string, { anonymous, hosts }: UploadRules): boolean {
  if (!URL.canParse(url)) return false;
  if (anonymous) return isLoopbackUrl(url);
  const { protocol, hostname, port, username, password } = new URL(url);
  const isOurs = hosts.some((host) => hostname.endsWith(`.${host}`));
  return protocol === 'https:' && isOurs && port === '' && username === '' && password === '';
}

/** Puts a whole file into an upload session of OneDrive, in one piece; raises a ChannelError when it is not taken. */
export async function upload(send: Send, url: string, content: Buffer): Promise<void> {
  const { length } = content;
  await send({
    url,
    method: 'PUT',
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes 0-${String(length - 1)}/${String(length)}`,
    },
    body: content,
  });
}
