import * as z from 'zod';
import { collection, everyItem } from './collection.ts';
import type { Documents } from './documents.ts';

const fileHead = z.object({
  partner: z.string(),
  userId: z.string(),
  name: z.string(),
  type: z.string(),
  parts: z.number(),
  until: z.string(),
});

const filePart = z.object({ base64: z.string() });

/** A file that every process may give away until a time. */
export interface StoredFile {
  readonly partner: string;
  readonly userId: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Partner of its documents: who asks for a file knows its id alone. */
const owner = 'bot';

/** Bytes of a part: in base64 it is a document that every store takes. */
const partSize = 300_000;

/** Files in the store of the documents, each in parts, for a limited time. */
export function storedFiles(documents: Documents) {
  const heads = collection(documents, { kind: 'files', schema: fileHead, version: 1, migrations: [] });
  const parts = collection(documents, { kind: 'file-parts', schema: filePart, version: 1, migrations: [] });
  const partId = (id: string, at: number): string => `${id}.${String(at)}`;

  const removeAll = async (id: string, count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      const part = await parts.get(owner, partId(id, at));
      if (part !== undefined) await parts.remove(owner, part.id, part.etag);
    }
    // Last, so that what fails half-way is found again.
    const head = await heads.get(owner, id);
    if (head !== undefined) await heads.remove(owner, id, head.etag);
  };

  return {
    /** Keeps a file until that time. Its head is written first, so that the parts of a cut-off write are removed with it. */
    async put(id: string, { content, ...named }: StoredFile, until: Date): Promise<void> {
      const count = Math.ceil(content.length / partSize);
      await heads.insert(owner, id, { ...named, parts: count, until: until.toISOString() });
      for (let at = 0; at < count; at += 1) {
        const part = content.subarray(at * partSize, (at + 1) * partSize);
        await parts.insert(owner, partId(id, at), { base64: part.toString('base64') });
      }
    },
    /** The file of an id; undefined where there is none, not all of it, or its time is over. */
    async get(id: string, now: Date): Promise<StoredFile | undefined> {
      const head = await heads.get(owner, id);
      if (head === undefined || Date.parse(head.value.until) <= now.getTime()) return undefined;
      const { parts: count, until: _until, ...named } = head.value;
      const contents: Buffer[] = [];
      for (let at = 0; at < count; at += 1) {
        const part = await parts.get(owner, partId(id, at));
        if (part === undefined) return undefined;
        contents.push(Buffer.from(part.value.base64, 'base64'));
      }
      return { ...named, content: Buffer.concat(contents) };
    },
    /** Removes the files whose time is over, whichever process kept them. */
    async removeOver(now: Date): Promise<void> {
      for await (const { id, value } of everyItem(heads, owner))
        if (Date.parse(value.until) <= now.getTime()) await removeAll(id, value.parts);
    },
  };
}

/** The files in a store of documents. */
export type StoredFiles = ReturnType<typeof storedFiles>;
