import { evidenceOf } from './evidence.ts';
import { labelKind } from './labels.ts';
import { type Pasted, type Reader, recognise } from './paste.ts';
import { piecesOf } from './pieces.ts';

/** Longest line that is taken so. */
const most = 200;

/** Kinds of things that a line must name at least beside its address. */
const leastSigns = 2;

/**
 * Reads one line with a mail address that is typed beside an open form, “Kim Abercrombie, kim@wingtip.example”: alone it
 * would be a sentence. Only the person counts: the company of the form is another matter. Undefined for any other text.
 */
export function readPasteLine(text: string, reader: Reader): Pasted | undefined {
  if (text.length > most || !/\S@\S/u.test(text) || /[\r\n?？]/u.test(text)) return undefined;
  const [first = ''] = text.trim().split(' ');
  // “Contact Kim Abercrombie kim@wingtip.example”
  const labelled = labelKind(first) === 'contact' ? text.trim().replace(' ', ': ') : text;
  const lines = labelled.replaceAll(/[,，、;；]\s*|\s+(?=\S+@)|(?<=@\S+)\s+/gu, '\n');
  const { pasted, signs } = recognise(evidenceOf(piecesOf(lines)), reader);
  return signs < leastSigns || pasted.contact.email === undefined
    ? undefined
    : { company: {}, contact: pasted.contact };
}
