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
    const [first = ''] = labelInHan(part) ?? part.split(' ');
    return labelKind(first) === undefined ? part : `${first}:${part.slice(first.length)}`;
  });
  const { company, ...rest } = recognise(evidenceOf(piecesOf(lines.join('\n'))), reader).pasted;
  return { ...rest, company: { ...company, companyName: company.companyName ?? parts[0] ?? text } };
}

/** The label that a part in Chinese begins with, as nothing divides it from its value there. */
function labelInHan(part: string): [string] | undefined {
  if (!/^\p{Script=Han}{2}/u.test(part)) return undefined;
  const label = [6, 5, 4, 3, 2].map((length) => part.slice(0, length)).find((one) => labelKind(one) !== undefined);
  return label === undefined ? undefined : [label];
}
