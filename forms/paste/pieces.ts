import { legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import { splitBehindForm, splitJob } from './companyLine.ts';
import { hasJobWord, identityCountry, isClosing, labelKind, type LabelKind } from './labels.ts';

/** A part of a pasted text: a value with its label, or a text without one. */
export interface Piece {
  readonly text: string;
  readonly line: number;
  readonly label?: LabelKind;
  /** The country whose registration number the label names. */
  readonly identity?: string;
}

/** Longest text that is read; a longer one is no signature and no letterhead. */
export const maxPasteLength = 10_000;

const maxLines = 200;
const maxLineLength = 300;

/** A mail with a signature and its labels has about thirty. */
const maxPieces = 80;

/** A text's lines as they are read: without marks of quoting and links, and empty where nothing is left. */
function linesOf(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .slice(0, maxLines)
    .map((line) =>
      line
        .slice(0, maxLineLength)
        // Teams and Outlook write a link behind what it stands on.
        .replace(/\[([^[\]]{1,120})\]\((?:https?|mailto|tel):[^()\s]{1,200}\)/g, '$1')
        .replace(/(\S+@\S+?)\s?<mailto:[^<>\s]{1,200}>/gi, '$1')
        .replace(/(\S)\s?<(?:https?|tel):[^<>\s]{1,200}>/gi, '$1')
        .replace(/^[\s>*_#\u2022\u00B7-]+/u, '')
        .replace(/[*_]{2}/g, '')
        .replaceAll('\u00A0', ' ')
        .replaceAll('\u3000', '   ')
        .trim(),
    );
}

/** True for a line above an earlier message that is answered. */
const isAboveAnswered = (line: string): boolean =>
  /^-{2,}\s?\p{L}[\p{L} ]+-{2,}$/u.test(line) ||
  (/\d/.test(line) && /(?:wrote|schrieb|пишет|écrit|写道|寫道)\s?[:：]$/iu.test(line));

const wordCount = (text: string): number => text.split(/\s+/).length;

/** True for a sentence or a longer text: nothing is read from it. */
export function isProse(text: string): boolean {
  if (/[?？]\s*$/.test(text)) return true;
  // “Cielo Claro S.A. de C.V.” ends like a sentence.
  if (wordCount(text) <= 8 && legalFormCountries(text) !== undefined) return false;
  const places = text.split(/[,，]/).length;
  if (/[.!。！…]\s*$/.test(text) && (wordCount(text) >= 5 || /[。！]\s*$/.test(text))) return places < 4;
  return wordCount(text) >= 12 && places < 5;
}

const hasMail = (text: string): boolean => /\S@\S+\.\S/.test(text);
// Postal codes have at most nine digits, and then a hyphen before the last four.
const isNumber = (text: string): boolean =>
  /^\+?[\d(][\d\s()./-]{6,}$/.test(text) && text.replace(/\D/g, '').length >= 9 && !/^\d{5}-\d{4}$/.test(text);
const isWeb = (text: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(text);
const isReach = (text: string): boolean => hasMail(text) || isNumber(text) || isWeb(text);

const atColon = /^([^:：]{1,40}?)\s?[:：]\s*(\S.*)$/u;

/** A text with its label taken off, where it begins with one: “Tel.: 030 …”, “ИНН 7707083893”, “☎ 02-…”. */
function labelled(text: string, line: number): Piece {
  const [, before = '', after = ''] = atColon.exec(text) ?? [];
  // "T (direct): …", "Phone / Fax: …"
  const named = labelKind(before) ?? labelKind(before.replace(/\s?[(/&].*$/, ''));
  if (named !== undefined && !after.startsWith('//')) return { text: after, line, label: named, ...identityOf(before) };
  // A label without a colon stands before a number, an address or a page.
  const start = text.search(/[+(]?\d|\S+@|www\.|https?:/i);
  const label = start <= 0 ? '' : text.slice(0, start).trim();
  const kind = labelKind(label) ?? labelKind(label.replace(/[.:№#-]+$/, ''));
  if (kind !== undefined && isValueOf(kind, text.slice(start), label))
    return { text: text.slice(start), line, label: kind, ...identityOf(label) };
  const [, , behind = ''] = /^(.*)\(([^()]{1,20})\)$/.exec(text) ?? [];
  const kindBehind = /\d/.test(behind) || !/\d/.test(text) ? undefined : labelKind(behind);
  if (kindBehind !== undefined) return { text: text.slice(0, text.lastIndexOf('(')).trim(), line, label: kindBehind };
  return { text, line };
}

const identityOf = (label: string): Pick<Piece, 'identity'> => {
  const identity = identityCountry(label);
  return identity === undefined ? {} : { identity };
};

// "Office 400" and "D 12" are no phones: without a colon, the value itself must look like one.
function isValueOf(kind: LabelKind, value: string, label: string): boolean {
  if (kind === 'email' || kind === 'sender') return hasMail(value);
  if (kind === 'website') return isWeb(value);
  if (kind === 'phone' || kind === 'mobile' || kind === 'fax' || kind === 'organizationPhone')
    return isNumber(value) || /^\+?[\d(][\d\s()./-]{6,}\D/.test(value);
  if (kind === 'registration' || kind === 'postalCode') return /^[\d./\s-]{5,}/.test(value);
  return (kind === 'other' || kind === 'head') && label.length > 2;
}

/** The parts of a line between bars, bullets, tabs and wide gaps. */
const splitLine = (line: string): string[] =>
  line
    .split(/\s*[|│¦•·●◦‧∙◆■★｜;；]\s*|\t+|\s{3,}/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const closedKinds: ReadonlySet<LabelKind> = new Set([
  'phone',
  'mobile',
  'fax',
  'email',
  'website',
  'registration',
  'head',
  'other',
]);

/** True for a part that nothing behind a comma belongs to. */
function isClosed(part: string): boolean {
  const { label } = labelled(part, 0);
  return label === undefined ? isReach(part) : closedKinds.has(label);
}

/** A part taken apart at commas and dashes, where what stands behind them is a way to reach someone, or labelled. */
function splitAtSigns(part: string): string[] {
  const found: string[] = [];
  let current = '';
  const pieces = part.split(/(\s*[;；]\s*|\s*,\s+|\s*，\s*|\s+[/–—-]\s+)/u);
  for (const [at, text] of pieces.entries()) {
    if (at % 2 === 1) continue;
    const separator = pieces[at - 1] ?? '';
    const isOwn =
      at > 0 &&
      // “+49 711 123456 - 0” goes on with an extension.
      !/^\d{1,5}$/.test(text) &&
      (isReach(text) || labelled(text, 0).label !== undefined || isClosed(current) || /[;；]/.test(separator));
    if (isOwn) found.push(current);
    current = isOwn ? text : current + separator + text;
  }
  return [...found, current].filter((one) => one !== '');
}

/** A part taken apart before labels in its midst: “Tel: 030 1234 Fax: 030 1235”. */
function splitAtLabels(part: string): string[] {
  const tokens = part.split(' ');
  const found: string[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1] ?? '';
    const isLabel = at > 0 && startsLabelled(token, next);
    // "Geschäftsführer Tel: …": a word before it belongs to the label only with it.
    if (isLabel && !isPartOfLabel(found.at(-1) ?? [], token)) found.push([token]);
    else found.at(-1)?.push(token);
  }
  return found
    .map((words) =>
      words
        .join(' ')
        .replace(/[,;，；]\s*$/, '')
        .trim(),
    )
    .filter((text) => text !== '');
}

const numberKinds: ReadonlySet<LabelKind> = new Set(['phone', 'mobile', 'fax', 'registration']);

/** True for a word in the midst of a line that is a label: with a colon, or before a number or an address of mail. */
function startsLabelled(token: string, next: string): boolean {
  const hasColon = /[:：]/.test(token.slice(1));
  if (token.length < 2 || !(hasColon || /^\+?[\d(]/.test(next) || next.includes('@'))) return false;
  const name = token.replace(/[:：].*$/u, '');
  // “Building C, 75002 Paris”: no comma stands behind a label.
  const kind = (name.length < 2 && !hasColon) || /[,，]$/u.test(name) ? undefined : labelKind(name);
  if (kind === undefined || hasColon) return kind !== undefined;
  return next.includes('@') ? kind === 'email' : numberKinds.has(kind);
}

const isPartOfLabel = (before: readonly string[], token: string): boolean =>
  before.length > 0 &&
  before.length <= 3 &&
  labelKind([...before, token.replace(/[:：].*$/u, '')].join(' ')) !== undefined;

const isSentence = (line: string): boolean =>
  splitLine(line).length < 3 && splitLine(line).every((part) => isProse(part) && labelled(part, 0).label === undefined);

/** The lines that count: those of the signature behind a letter's closing words, else all before them. */
function relevantLines(lines: readonly string[]): readonly (readonly [number, string])[] {
  const numbered = [...lines.entries()];
  const end = numbered.findIndex(([at, line]) => at > 0 && isAboveAnswered(line));
  const own = end < 0 ? numbered : numbered.slice(0, end);
  const closing = own.findIndex(([, line]) => isClosing(line.replace(/[,.!，。！]+$/u, '')));
  if (closing < 0) return own;
  const after = own.slice(closing + 1);
  const senders = own.slice(0, closing).filter(([, line]) => labelled(line, 0).label === 'sender');
  if (after.some(([, line]) => /\d{3}|@/.test(line))) return [...senders, ...after];
  return own.slice(0, closing);
}

/** A text's pieces in their order; sentences are left out. */
export function piecesOf(text: string): readonly Piece[] {
  const found: Piece[] = [];
  for (const [line, written] of relevantLines(linesOf(text))) {
    if (written === '' || isSentence(written)) continue;
    for (const part of splitLine(written)) found.push(...piecesOfPart(part, line));
  }
  return joinLabels(found.slice(0, maxPieces));
}

const partsOf = (part: string): string[] => (labelled(part, 0).label === undefined ? splitBehindForm(part) : [part]);

function piecesOfPart(part: string, line: number): Piece[] {
  const [before, behind] = splitAtIdentity(part);
  if (behind === undefined) return partsOf(part).flatMap((one) => labelledPieces(one, line));
  const [identity, ...others] = labelledPieces(behind, line);
  // Whatever number it is, it is no part of the name.
  const own: Piece[] = identity === undefined ? [] : [{ label: 'other', ...identity }];
  return [...labelledPieces(before, line), ...own, ...others];
}

/** A company's name and the number it is registered by, behind it on its line: “Muster GmbH (VAT DE123456789)”. */
function splitAtIdentity(part: string): [name: string, identity?: string] {
  for (const { index, 0: gap } of part.matchAll(/\s*[,，(（[/]\s*|\s+[–—-]\s+|\s+/gu)) {
    const [before, behind] = [part.slice(0, index), part.slice(index + gap.length)];
    if (beginsWithIdentity(behind) && legalFormCountries(before) !== undefined)
      return [before, behind.replace(/[)）\]]\s*$/u, '')];
  }
  return [part];
}

/** True for a text that begins with the name of a number and that number: “VAT no. GB123456789”, “統編:12345675”. */
function beginsWithIdentity(text: string): boolean {
  const start = text.search(/(?<!\p{L})[A-Z]{2,4}-?\d|\d/u);
  const value = text.slice(start, start + 30);
  if (start <= 0 || start > 40 || value.replace(/\D/g, '').length < 5) return false;
  const name = text.slice(0, start).replace(/[\s:：.№#]+$/u, '');
  const kind = labelKind(name) ?? labelKind(name.replace(/[\s.-]*(?:no|nr|number|nummer|id|reg)\.?$/i, ''));
  return kind === 'registration' || kind === 'other';
}

function labelledPieces(part: string, line: number): Piece[] {
  const whole = labelled(part, line);
  if (whole.label === 'address' || whole.label === 'addressAndPhone' || whole.label === 'companyName')
    return splitAtLabels(part).map((one) => labelled(one, line));
  return splitAtLabels(part).flatMap((one) => splitJob(splitAtSigns(one)).map((text) => labelled(text, line)));
}

/** Joins a label on a part of its own, “Company name”, with the value behind or below it. */
function joinLabels(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  let open: { readonly label: LabelKind; readonly line: number; readonly identity?: string } | undefined;
  for (const piece of pieces) {
    const bare = piece.text.replace(/\s?[:：]$/u, '');
    const kind =
      piece.label === undefined && bare.length > (bare === piece.text ? 2 : 0) - (/\p{Script=Han}/u.test(bare) ? 1 : 0)
        ? labelKind(bare)
        : undefined;
    if (open !== undefined && kind === undefined && piece.label === undefined && piece.line - open.line <= 1)
      found.push({ ...piece, ...open, line: piece.line });
    else if (kind === undefined) found.push(piece);
    // A job stands above the next line, it does not name it.
    const isLabel =
      kind !== undefined && !((kind === 'other' || kind === 'head') && bare === piece.text && hasJobWord(bare));
    open = isLabel ? { label: kind, line: piece.line, ...identityOf(bare) } : undefined;
    if (kind !== undefined && !isLabel) found.push(piece);
  }
  return found;
}
