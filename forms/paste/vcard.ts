import type { PastedValues } from './evidence.ts';

/** A property of a contact card: its name, its types in capitals, and its value. */
interface Property {
  readonly name: string;
  readonly types: readonly string[];
  readonly value: string;
}

/** Longest contact card that is read, without its pictures, in UTF-16 units. */
const maxCardLength = 60_000;

/** The longest file of contact cards; a picture in one may be large. */
export const maxCardBytes = 1024 * 1024;

/** True for a text that begins with a contact card. */
export const isVcard = (text: string): boolean => /^\uFEFF?\s*BEGIN:VCARD\s/i.test(text.slice(0, 200));

/** The number of contact cards in a text. */
export const vcardCount = (text: string): number => text.split(/^BEGIN:VCARD\s*$/im).length - 1;

/** The bytes of a quoted-printable text, RFC 2045. */
function quotedPrintable(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = /^=([\dA-F]{2})/i.exec(text.slice(at, at + 3))?.[1];
    if (code === undefined) bytes.push(...new TextEncoder().encode(text[at]));
    else {
      bytes.push(Number.parseInt(code, 16));
      at += 2;
    }
  }
  return Uint8Array.from(bytes);
}

function decoded(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    // A card may name any charset.
    if (error instanceof RangeError) return new TextDecoder().decode(bytes);
    throw error;
  }
}

/** The first card's lines, each whole: folded ones joined (RFC 6350, 3.2), and those of quoted-printable (vCard 2.1). */
function unfoldedLines(text: string): string[] {
  const lines: string[] = [];
  let length = 0;
  let isSoft = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const isFolded = /^[ \t]/.test(line) && lines.length > 0;
    length += line.length;
    if (length > maxCardLength && !isFolded) break;
    if (isSoft) lines.push((lines.pop() ?? '').slice(0, -1) + line.trimStart());
    else if (isFolded) {
      // A picture's lines are not kept.
      if (!/^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)\b/i.test(lines.at(-1) ?? ''))
        lines.push((lines.pop() ?? '') + line.slice(1));
      else length -= line.length;
    } else lines.push(line);
    const last = lines.at(-1) ?? '';
    isSoft = last.endsWith('=') && /^[^:]*QUOTED-PRINTABLE/i.test(last);
    if (/^END:VCARD\s*$/i.test(line)) break;
  }
  return lines;
}

function parseProperty(line: string): Property | undefined {
  const [, head = '', raw = ''] = /^((?:[^:"]|"[^"]*")+):(.*)$/s.exec(line) ?? [];
  const [path = '', ...parameters] = head.toUpperCase().split(';');
  const name = path.split('.').at(-1) ?? '';
  if (name === '') return undefined;
  const isQuoted = parameters.some((one) => one.endsWith('QUOTED-PRINTABLE'));
  const charset = parameters.find((one) => one.startsWith('CHARSET='))?.slice(8) ?? 'UTF-8';
  const value = isQuoted ? decoded(quotedPrintable(raw), charset) : raw;
  return {
    name,
    value,
    types: parameters.flatMap((one) =>
      one
        .replace(/^TYPE=/, '')
        .replaceAll('"', '')
        .split(','),
    ),
  };
}

/** The components of a value between unescaped semicolons, RFC 6350, 3.4. */
const components = (value: string): string[] =>
  value
    .replaceAll('\\\\', '\u0000')
    .split(/(?<!\\);/)
    .map((part) =>
      part
        .replace(/\\n/gi, '\n')
        .replace(/\\([,;:])/g, '$1')
        .replaceAll('\u0000', '\\')
        .trim(),
    );

const whole = (value: string): string =>
  components(value)
    .join(';')
    .replace(/\s*\n\s*/g, ', ');

const phoneKinds = { FAX: 'fax', CELL: 'mobile', PAGER: 'fax', MAIN: 'organizationPhone' } as const;

function phoneOf({ types, value }: Property): PastedValues['phones'][number] {
  const type = (Object.keys(phoneKinds) as (keyof typeof phoneKinds)[]).find((one) => types.includes(one));
  return {
    text: whole(value).replace(/^tel:/i, ''),
    kind: type === undefined ? 'phone' : phoneKinds[type],
    isNamed: true,
  };
}

/** The values of a text's first contact card, vCard 2.1, 3.0 or 4.0; undefined where it names nobody. */
export function readVcard(text: string): PastedValues | undefined {
  const properties = unfoldedLines(text).flatMap((line) => parseProperty(line) ?? []);
  const all = (name: string): Property[] => properties.filter((one) => one.name === name && one.value.trim() !== '');
  const [lastName = '', firstName = ''] = components(all('N')[0]?.value ?? '');
  const fullName = whole(all('FN')[0]?.value ?? '');
  const [organization = ''] = components(all('ORG')[0]?.value ?? '');
  const address = all('ADR').find(({ types }) => types.includes('WORK')) ?? all('ADR')[0];
  const [box = '', extended = '', street = '', city = '', state = '', postalCode = '', country = ''] = components(
    address?.value ?? '',
  );
  const lines = [...street.split('\n'), ...extended.split('\n'), box]
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isCompanyCard = fullName === '' || fullName === organization;
  if (organization === '' && fullName === '' && firstName === '') return undefined;
  return {
    companies: organization === '' ? [] : [{ text: organization, isNamed: true }],
    ...(firstName !== '' && lastName !== '' ? { person: { firstName, lastName } } : {}),
    names: isCompanyCard ? [] : [{ text: fullName, isNamed: true }],
    emails: all('EMAIL').map(({ value }) => whole(value).replace(/^mailto:/i, '')),
    hosts: all('URL').map(({ value }) => whole(value)),
    phones: all('TEL').map(phoneOf),
    registrations: [],
    ...(lines.length === 0 && city === '' ? {} : { address: { lines, city, state, postalCode } }),
    countries: country === '' ? [] : [country],
    isCard: true,
  };
}
