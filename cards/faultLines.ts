import type { Words } from '../locales/words.ts';
import { isOutage, type Refusal, refusalOf, type RefusalSource } from '../partner-center/rules/fault.ts';
import { capitalize } from '../lib/text.ts';
import type { Fault } from '../model/draft.ts';
import { type Element, faultLine, paragraph } from './elements.ts';

/** Makes a sentence, or a part of one, of our reason. */
type ReasonSentence = (reason: string) => string;

/** Our words for a reason, as a part of a sentence. */
export const reasonWords = (reason: string, words: Words): string => words.say(`reason.${reason}`);

/** A part of a sentence as a sentence. */
export const asSentence =
  (words: Words): ReasonSentence =>
  (text) =>
    words.t('form.sentence', { text: capitalize(text, words.locale) });

/** Line with the correlation id; nothing where nothing was sent. */
export const correlationLines = (id: string | undefined, words: Words): Element[] =>
  idLines({ correlationId: id === '' ? undefined : id }, words);

/** Partner Center's own sentence, where it gave one. */
const descriptionTexts = ({ description = '' }: Refusal, { t }: Words): string[] =>
  description === '' ? [] : [t('refusal.says', { said: description })];

/** Code, status and correlation id, which Microsoft's support asks for. */
const supportIds = (
  { code, status, correlationId }: Partial<Pick<Refusal, 'code' | 'status' | 'correlationId'>>,
  { t }: Words,
): string[] => [
  ...(code === undefined ? [] : [t('refusal.code', { code })]),
  ...(status === undefined ? [] : [t('refusal.status', { status: String(status) })]),
  ...(correlationId === undefined ? [] : [t('trouble.correlation', { id: correlationId })]),
];

/** Ids in one line, behind what stands before them. */
const joinedIds = (ids: readonly string[]): string[] => (ids.length === 0 ? [] : [ids.join(' · ')]);

/** The ids as a line of a card; none where there are none. */
export function idLines(ids: Parameters<typeof supportIds>[0], words: Words): Element[] {
  return joinedIds(supportIds(ids, words)).map((said) => paragraph(said, { subtle: true }));
}

const detailLines = (refusal: Refusal, words: Words): Element[] => [
  ...descriptionTexts(refusal, words).map((text) => paragraph(text)),
  ...idLines(refusal, words),
];

/**
 * Lines of a refusal: our sentence, then Partner Center's own, then its code, the status and the correlation id.
 * `saying` makes another sentence of our reason.
 */
export const refusalLines = (refusal: Refusal, words: Words, saying: ReasonSentence = asSentence(words)): Element[] => [
  faultLine(saying(reasonWords(refusal.reason, words))),
  ...consequenceLines(refusal.reason, words),
  ...detailLines(refusal, words),
];

/**
 * Line with what a reason means for the customer beyond the refusal: the effect of Microsoft's review of its account.
 */
export const consequenceLines = (reason: string, { t }: Words): Element[] => {
  const found = (['under-review', 'not-approved'] as const).find((one) => one === reason);
  return found === undefined ? [] : [paragraph(t(`accountBlocks.${found}`))];
};

/** Partner Center's own sentence and the ids that support asks for, which its quotation mark alone would not part. */
const detailTexts = (refusal: Refusal, words: Words): string[] =>
  joinedIds([...descriptionTexts(refusal, words), ...supportIds(refusal, words)]);

/** A fault in one line: its sentence, and what is said of it after that. */
export interface SaidFault {
  readonly said: string;
  readonly more?: readonly string[];
}

/** The refusal in one line, for lists and files. */
export const refusalSaid = (
  refusal: Refusal,
  words: Words,
  saying: ReasonSentence = asSentence(words),
): Required<SaidFault> => ({ said: saying(reasonWords(refusal.reason, words)), more: detailTexts(refusal, words) });

/** The fault as one line of a card, in which only its sentence stands out. */
export const saidFaultLine = ({ said, more = [] }: SaidFault, words: Words): Element =>
  faultLine(said, ...(more.length === 0 ? [] : [words.sentences(['', ...more])]));

/**
 * The refusal as one line of a card, with at most `room` characters of Partner Center's sentence; our own stands out in
 * it.
 */
export function refusalLine(
  refusal: Refusal,
  words: Words,
  room: number,
  saying: ReasonSentence = asSentence(words),
): Element {
  const { description = '' } = refusal;
  const cut = description.length <= room ? description : `${Array.from(description).slice(0, room).join('')}…`;
  return saidFaultLine(refusalSaid({ ...refusal, description: cut }, words, saying), words);
}

/**
 * Lines beneath an input for the fault of its answer, in the form's words; a refusal of Partner Center is given in
 * full.
 */
export const answerFaultLines = (
  { key, data, refusal }: Fault,
  words: Words,
  said = words.say(key, data),
): Element[] => [faultLine(said), ...(refusal === undefined ? [] : detailLines(refusalOf(refusal), words))];

/** A call that Partner Center refused or did not answer, with its correlation id. */
export interface RefusedCall {
  readonly fault: RefusalSource;
  readonly correlationId: string;
}

/** Lines of a refused call: the reason in our words and in Partner Center's own, and its correlation id. */
export const refusedCallLines = ({ fault, correlationId }: RefusedCall, words: Words): Element[] =>
  refusalLines(refusalOf({ ...fault, correlationId }), words);

/** Reason and resume time of an unfinished submission or change. */
interface UnfinishedWork {
  readonly reason?: string | undefined;
  /** Time at which it resumes by itself, in ISO 8601; absent where it waits for Finish alone. */
  readonly wakeAt?: string | undefined;
}

/** Lines that say what is safe, and how unfinished work goes on: by itself at its time, or by Finish. */
export function waitingLines({ reason, wakeAt }: UnfinishedWork, words: Words): Element[] {
  if (wakeAt !== undefined) return [paragraph(words.t('waiting.goesOn', { moment: words.moment(wakeAt) }))];
  return [paragraph(words.t(isOutage(reason ?? '') ? 'unfinished.later' : 'unfinished.safe'))];
}

/** Line with the time at which unfinished work resumes by itself; none where it waits for Finish. */
export const wakeLine = (wakeAt: string | undefined, words: Words): Element[] =>
  wakeAt === undefined ? [] : [paragraph(words.t('waiting.line', { moment: words.moment(wakeAt) }))];
