import type { Words } from '../locales/words.ts';
import { refusalOf, type Refusal } from '../partner-center/fault.ts';
import { capitalized } from '../partner-center/text.ts';
import type { Fault } from '../storage/draft.ts';
import { faultLine, paragraph, type Element } from './elements.ts';

/** Our reason as a sentence of its own, or as a part of one. */
type Saying = (reason: string) => string;

/** A reason of ours where Partner Center was not asked, as a part of a sentence. */
export const ownReason = (reason: string, words: Words): string => words.say(`reason.${reason}`);

/** A part of a sentence as a sentence. */
export const asSentence =
  (words: Words): Saying =>
  (text) =>
    words.t('form.sentence', { text: capitalized(text, words.locale) });

/** The id to ask about; nothing where nothing was sent. */
export const correlationLines = (id: string | undefined, words: Words): Element[] =>
  idLines({ correlationId: id === '' ? undefined : id }, words);

/** What Partner Center says itself. */
const saidBy = ({ description = '' }: Refusal, { t }: Words): string[] =>
  description === '' ? [] : [t('refusal.says', { said: description })];

/** What Microsoft's support asks for. */
const idsOf = (
  { code, status, correlationId }: Partial<Pick<Refusal, 'code' | 'status' | 'correlationId'>>,
  { t }: Words,
): string[] => [
  ...(code === undefined ? [] : [t('refusal.code', { code })]),
  ...(status === undefined ? [] : [t('refusal.status', { status: String(status) })]),
  ...(correlationId === undefined ? [] : [t('trouble.correlation', { id: correlationId })]),
];

/** Ids in one line. */
const allIds = (ids: readonly string[]): string[] => (ids.length === 0 ? [] : [ids.join(' · ')]);

/** The same on a line of a card; none where there is nothing. */
export function idLines(ids: Parameters<typeof idsOf>[0], words: Words): Element[] {
  return allIds(idsOf(ids, words)).map((said) => paragraph(said, { subtle: true }));
}

const behind = (refusal: Refusal, words: Words): Element[] => [
  ...saidBy(refusal, words).map((text) => paragraph(text)),
  ...idLines(refusal, words),
];

/**
 * A refusal on a card: our sentence, then Partner Center's own, then its code, the status and the correlation id. `saying`
 * makes another sentence of our reason.
 */
export const refusalLines = (refusal: Refusal, words: Words, saying: Saying = asSentence(words)): Element[] => [
  faultLine(saying(ownReason(refusal.reason, words))),
  ...consequenceLines(refusal.reason, words),
  ...behind(refusal, words),
];

/** What else a reason means for the customer, where it means more than that this was refused: Microsoft's review of its account. */
export const consequenceLines = (reason: string, { t }: Words): Element[] => {
  const found = (['under-review', 'not-approved'] as const).find((one) => one === reason);
  return found === undefined ? [] : [paragraph(t(`accountBlocks.${found}`))];
};

/** The same in one line, for messages and files. */
export const refusalText = (refusal: Refusal, words: Words, saying: Saying = asSentence(words)): string =>
  words.sentences([
    saying(ownReason(refusal.reason, words)),
    ...saidBy(refusal, words),
    ...allIds(idsOf(refusal, words)),
  ]);

/** The same on one line of a card that has many of them, with so many characters of Partner Center's sentence. */
export function refusalLine(refusal: Refusal, words: Words, room: number, saying?: Saying): Element {
  const { description = '' } = refusal;
  const cut = description.length <= room ? description : `${Array.from(description).slice(0, room).join('')}…`;
  return faultLine(refusalText({ ...refusal, description: cut }, words, saying));
}

/** What is wrong with an answer, in the form's words, beneath its input; what Partner Center refused is told whole. */
export const answerFaultLines = (
  { key, data, refusal }: Fault,
  words: Words,
  said = words.say(key, data),
): Element[] => [faultLine(said), ...(refusal === undefined ? [] : behind(refusalOf(refusal), words))];
