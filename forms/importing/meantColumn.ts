import { distance } from 'fastest-levenshtein';
import { compared } from '../../storage/folded.ts';
import { knownHeaders, type ColumnName } from './columns.ts';

/** Share of a header's letters that may differ; Chinese words have few characters, each of which says much. */
const tolerated = (text: string): number => Math.floor(text.length / (/\p{Script=Han}/u.test(text) ? 2.5 : 4));

/** The column whose name a header that is not known is nearest to, unless the file has it; undefined where none is near. */
export function meantColumn(header: string, there: ReadonlySet<ColumnName>): ColumnName | undefined {
  const text = compared(header.slice(0, 100));
  let best: { readonly name: ColumnName; readonly far: number } | undefined;
  for (const [known, { name }] of knownHeaders()) {
    if (there.has(name)) continue;
    const far = distance(text, known);
    if (far <= tolerated(text) && (best === undefined || far < best.far)) best = { name, far };
  }
  return best?.name;
}
