import { words as wordsIn } from '../../locales/words.ts';
import { hasStreetWord, legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import { evidenceOf } from './evidence.ts';
import { labelKind, type LabelKind } from './labels.ts';
import { type Pasted, type Reader, recognise } from './paste.ts';
import { isNameLike } from './personName.ts';
import { maxPasteLength, piecesOf } from './pieces.ts';

/** A part of a line: a text, with what its label says where it has one. */
export interface DetailPart {
  readonly text: string;
  readonly label?: string;
}

/** Most words of a label. */
const mostLabelWords = 3;

const numberKinds: ReadonlySet<LabelKind> = new Set([
  'phone',
  'mobile',
  'fax',
  'organizationPhone',
  'registration',
  'other',
  'postalCode',
]);

const bare = (word: string): string => word.replace(/[:：№#.]+$/u, '');

/** Kind of a label in the midst of a line: without a colon only one that no name holds, in front of a value of its kind. */
function labelInMidst(words: readonly string[], at: number): LabelKind | undefined {
  const word = words[at] ?? '';
  const kind = bare(word).length < 2 ? undefined : labelKind(bare(word));
  if (kind === undefined || /[:：]$/u.test(word)) return kind;
  const next = words[at + 1] ?? '';
  if (numberKinds.has(kind)) return /^[+(]?\d/.test(next) ? kind : undefined;
  const isWord = /^(?:\p{Ll}|\p{Script=Han}|\p{Lu}+$)/u.test(word) && !hasStreetWord(word);
  return isWord && (next !== '' || kind === 'email') ? kind : undefined;
}

/** True for a word of a street behind a city of its own: “город Пермь улица Мира дом 12”. */
function beginsStreet(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const before = words.slice(Math.max(0, at - mostLabelWords), at);
  return /^\p{Ll}/u.test(word) && hasStreetWord(word) && before.some((one) => labelKind(bare(one)) === 'city');
}

/** Words between a value and the next label: “Litware and the city is Portland”. */
const beforeLabel = /(?:\s+(?:and|with|и|с))?(?:\s+(?:the|their|its|an?))?$/iu;

/** The parts of a text without marks: before each label that stands in its midst. */
function apartAtLabels(part: string): string[] {
  const words = part.split(' ');
  const starts = words.flatMap((_word, at) => {
    if (at === 0 || (labelInMidst(words, at) === undefined && !beginsStreet(words, at))) return [];
    // “юр. адрес: …” is one label.
    const longer = labelKind(`${words[at - 1] ?? ''} ${bare(words[at] ?? '')}`) === undefined ? at : at - 1;
    return longer === 0 ? [] : [longer];
  });
  return [0, ...starts].map((from, index) => {
    const text = words.slice(from, starts[index]).join(' ');
    return starts[index] === undefined ? text : text.replace(beforeLabel, '');
  });
}

/** The label that a part begins with, and its value; in Chinese nothing divides them. */
function labelled(typed: string, withoutCopula: (text: string) => string): DetailPart {
  const bareLabel = typed.replace(/^(?:and\s+)?(?:the|their|its)\s+(?=\p{Ll})/iu, '');
  const part = labelKind(bareLabel.split(' ')[0] ?? '') === undefined ? typed : bareLabel;
  const words = part.split(' ');
  const starts = /^\p{Script=Han}{2}/u.test(part)
    ? [8, 7, 6, 5, 4, 3, 2].map((length) => part.slice(0, length))
    : Array.from({ length: mostLabelWords }, (_one, index) => words.slice(0, mostLabelWords - index).join(' '));
  const label = starts.find((one) => one.length < part.length && labelKind(bare(one)) !== undefined);
  const text = label === undefined ? '' : withoutCopula(part.slice(label.length)).replace(/^[\s:：.№#]+/u, '');
  if (label === undefined || text === '') return { text: part };
  // «Улица Мира» is called so.
  return { text: /^\p{Script=Cyrillic}/u.test(label) && hasStreetWord(label) ? part : text, label: bare(label) };
}

/** The words of a line that are no name of a company: “for a dental office”. */
const beginsLower = (text: string): boolean => /^\p{Ll}/u.test(text);

/**
 * The parts of a line, between commas and before labels and mail addresses. The parts of an address that has a label stay
 * together. `withoutCopula` takes off what joins a label to its value, “is”.
 */
export function detailParts(line: string, withoutCopula: (text: string) => string): readonly DetailPart[] {
  const parts = line
    .slice(0, maxPasteLength)
    .trim()
    .split(/\s*[,，;；。]\s*|\s+(?=\S+@\S+\.)|\s+[-–—|]\s+/u)
    .filter((part) => part !== '')
    .flatMap(apartAtLabels)
    .map((part) => labelled(part, withoutCopula))
    // “mail” before an address of mail is no more than its label.
    .filter(({ text, label }) => label !== undefined || labelKind(text) !== 'email');
  const joined: DetailPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const isOfAddress = last?.label !== undefined && labelKind(last.label) === 'address' && part.label === undefined;
    if (last !== undefined && isOfAddress && !/@|^\+?[\d(][\d\s()-]{7,}$/u.test(part.text))
      joined[joined.length - 1] = { ...last, text: `${last.text}, ${part.text}` };
    else joined.push(part);
  }
  return joined;
}

/** The place of the company's name among the parts of a line: one with a legal form, else the first that may be a name; -1 for none. */
export function namePlace(parts: readonly DetailPart[], isWords: (text: string) => boolean): number {
  const isOpen = ({ label, text }: DetailPart): boolean => label === undefined && !/[@]|^\d/u.test(text);
  const formed = parts.findIndex((part) => isOpen(part) && legalFormCountries(part.text) !== undefined);
  if (formed >= 0) return formed;
  const named = parts.findIndex(({ label }) => label !== undefined && labelKind(label) === 'companyName');
  if (named >= 0) return named;
  const first = parts.findIndex((part) => isOpen(part) && !isWords(part.text));
  const [alone] = first < 0 ? [] : [parts[first]];
  // “for a dental office, Contoso Dental” says before its name what it is.
  const next =
    alone !== undefined && beginsLower(alone.text)
      ? parts.findIndex(
          (part, at) => at > first && isOpen(part) && /^\p{Lu}/u.test(part.text) && !isNameLike(part.text),
        )
      : -1;
  return next < 0 ? first : next;
}

/** Reads the details behind a company's name on one line; what is recognised of them, and how many kinds of things. */
export function readDetails(
  name: string,
  parts: readonly DetailPart[],
  reader: Reader,
): { pasted: Pasted; signs: number } {
  // With its label, a name of two words is taken for nobody's.
  const all = [{ label: wordsIn('en').t('field.companyName'), text: name }, ...parts];
  const lines = all.map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`));
  const { pasted, signs } = recognise(evidenceOf(piecesOf(lines.join('\n'))), reader);
  const { company, ...rest } = pasted;
  const site = parts.find(
    ({ label, text }) => labelKind(label ?? '') === 'website' && /^[a-z\d-]+$/iu.test(text),
  )?.text;
  const domain = company.domainPrefix ?? site?.toLowerCase();
  return {
    signs,
    pasted: {
      ...rest,
      company: { ...company, ...(domain === undefined ? {} : { domainPrefix: domain }), companyName: name },
    },
  };
}
