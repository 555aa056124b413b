import { evidenceOf } from './evidence.ts';
import { labelKind } from './labels.ts';
import { type Pasted, type Reader, recognise } from './paste.ts';
import { maxPasteLength, piecesOf } from './pieces.ts';

/**
 * Reads what is typed on one line of a customer that is to be added, its parts between commas and its name first; what is
 * recognised of it, and the name at least.
 */
export function readDetailLine(text: string, reader: Reader): Pasted {
  const parts = text
    .slice(0, maxPasteLength)
    .split(/\s*[,，;；]\s*|\s+(?=\S+@\S+\.)/u)
    .filter((part) => part !== '');
  const lines = parts.map((part) => {
    const [first = ''] = part.split(' ');
    return labelKind(first) === undefined ? part : `${first}:${part.slice(first.length)}`;
  });
  const { company, ...rest } = recognise(evidenceOf(piecesOf(lines.join('\n'))), reader).pasted;
  return { ...rest, company: { ...company, companyName: company.companyName ?? parts[0] ?? text } };
}
