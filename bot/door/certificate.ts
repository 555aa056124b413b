import { createHash, createPrivateKey, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A certificate that proves who the bot is, in place of a client secret. */
export interface Certificate {
  /** SHA-1 of it, in hexadecimal digits, as the app registration shows it. */
  readonly thumbprint: string;
  /** PEM. */
  readonly privateKey: string;
  /** When it runs out. */
  readonly until: Date;
}

/** The file cannot be used; the message says why, and nothing of its content. */
export class UnusableCertificate extends Error {}

const block = (text: string, name: RegExp): string | undefined =>
  new RegExp(`-----BEGIN (${name.source})-----[\\s\\S]+?-----END \\1-----`).exec(text)?.[0];

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    throw new UnusableCertificate('cannot be read');
  }
}

function parsed<T>(what: string, pem: string | undefined, parse: (pem: string) => T): T {
  if (pem === undefined) throw new UnusableCertificate(`holds no ${what} in PEM`);
  try {
    return parse(pem);
  } catch {
    throw new UnusableCertificate(`holds a ${what} that cannot be read`);
  }
}

/** Reads a PEM file with a certificate (the bot's own first) and its RSA key without a passphrase. Raises UnusableCertificate. */
export function readCertificate(file: string): Certificate {
  const text = textOf(file);
  const certificate = parsed('certificate', block(text, /CERTIFICATE/), (pem) => new X509Certificate(pem));
  const key = parsed('private key', block(text, /(?:RSA )?PRIVATE KEY/), (pem): KeyObject => createPrivateKey(pem));
  if (key.asymmetricKeyType !== 'rsa') throw new UnusableCertificate('holds a key that is not RSA');
  if (!certificate.checkPrivateKey(key)) throw new UnusableCertificate('holds a key of another certificate');
  return {
    thumbprint: createHash('sha1').update(certificate.raw).digest('hex').toUpperCase(),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    until: new Date(certificate.validTo),
  };
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** Who states what to whom, and when. */
interface Statement {
  /** The app's id. */
  readonly id: string;
  /** The token address. */
  readonly audience: string;
  readonly now: Date;
  readonly newId: () => string;
}

/** What a sign-in at that token address is asked with: a statement of that app, signed, good for ten minutes (RFC 7523). */
export function assertionOf({ thumbprint, privateKey }: Certificate, { id, audience, now, newId }: Statement): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const header = { alg: 'RS256', typ: 'JWT', x5t: Buffer.from(thumbprint, 'hex').toString('base64url') };
  const claims = { aud: audience, iss: id, sub: id, jti: newId(), nbf: seconds, exp: seconds + 600 };
  const statement = `${encoded(header)}.${encoded(claims)}`;
  return `${statement}.${sign('sha256', Buffer.from(statement), privateKey).toString('base64url')}`;
}
