import { createHash } from 'node:crypto';

// Three of them and a time make the name of a file set aside, which no filesystem lets exceed 255 bytes.
const longest = 64;

const percent = (text: string): string =>
  [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const hash = (text: string): string => `~${createHash('sha256').update(text, 'utf16le').digest('hex')}`;

const isWellFormed = (text: string): boolean => Buffer.from(text, 'utf8').toString('utf8') === text;

/**
 * A name of 1 to 65 characters of `a-z 0-9 _ - % ~` for any text, different texts having different names on disks that
 * ignore case too. Long, empty and ill-formed texts are hashed (SHA-256), never cut; others can be read back by `textOf`.
 */
export function nameOf(text: string): string {
  const encoded = text.replace(/[^a-z0-9_-]/gu, percent);
  return encoded === '' || encoded.length > longest || !isWellFormed(text) ? hash(text) : encoded;
}

/** Whether the text of this name must be looked up, the name being its hash. */
export const isHashed = (name: string): boolean => /^~[0-9a-f]{64}$/.test(name);

/** The text that `nameOf` gave this name, or undefined for a hash and for a name that `nameOf` does not give. */
export function textOf(name: string): string | undefined {
  try {
    const text = decodeURIComponent(name);
    return nameOf(text) === name ? text : undefined;
  } catch {
    return undefined;
  }
}
