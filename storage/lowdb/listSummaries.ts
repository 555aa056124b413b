import type { Json, Partition, StoredDocument, Summarizer, Summary, SummaryPage } from '../documents.ts';
import type { SummaryReader } from './summaryFile.ts';
import { defined } from '../../lib/optional.ts';
import { listIds, readDocuments } from './listDocuments.ts';
import { type DocumentPath, partitionFolder, pathInFolder } from './paths.ts';
import type { Store } from './store.ts';

const pageSize = 1000;

/** A document's summary; undefined where the summarizer raises an error. */
function summarize({ value }: StoredDocument, { of }: Summarizer): Json | undefined {
  try {
    return of(value);
  } catch {
    return undefined;
  }
}

/** A partition's summaries as they are now, in its file and in the log. */
async function presentSummaries(store: Store, partition: Partition): Promise<SummaryReader> {
  const folder = partitionFolder(store.folder, partition.kind, partition.partner);
  // Before the file is read: those that are written there meanwhile are then in one of the two.
  const unflushed = new Map<string, Summary | undefined>();
  for (const { location, summary } of store.log.unflushed.values())
    if (location.folder === folder) unflushed.set(location.name, summary);
  const written = await store.summaries.read(partition);
  return {
    get: (name) => (unflushed.has(name) ? unflushed.get(name) : written.get(name)),
    names: () => written.names(),
  };
}

/** Keeps the summary of the present version of a document; run in its queue. */
async function keep({ log, summaries }: Store, location: DocumentPath, summary: Summary): Promise<void> {
  const entry = log.unflushed.get(location.file);
  if (entry === undefined) summaries.note(location.key, location.name, summary);
  // The entry will reach the summary file after all that is noted now.
  else await log.append({ ...entry, summary }).catch(() => undefined);
}

/** A page of summaries, and the names of their documents' files. */
interface NamedPage extends SummaryPage {
  readonly names: readonly string[];
  /** Number of summaries that were missing. */
  readonly made: number;
}

/** The summaries of a page of ids; those that are missing, or of another form, are made and noted. */
async function summaryPage(
  store: Store,
  locations: readonly DocumentPath[],
  present: SummaryReader,
  summarizer: Summarizer,
): Promise<NamedPage> {
  const { form } = summarizer;
  const found = new Map<string, Json | undefined>();
  const missing = locations.filter(({ key: { id }, name }) => {
    const summary = present.get(name);
    if (summary?.form === form) found.set(id, summary.value);
    return summary?.form !== form;
  });
  const { unreadable } = await readDocuments(store, missing, async (document, location) => {
    const value = summarize(document, summarizer);
    found.set(document.id, value);
    if (value !== undefined) await keep(store, location, { form, value });
  });
  const items = locations
    .filter(({ key: { id } }) => found.has(id))
    .map(({ key: { id } }) => ({ id, ...defined({ summary: found.get(id) }) }));
  return { items, unreadable, names: locations.map(({ name }) => name), made: missing.length };
}

/** Writes what was noted. It can be made again: a full disk keeps nobody from reading. */
const tryToWrite = (store: Store, partition: Partition): Promise<void> =>
  store.summaries.writeNoted(partition).catch(() => undefined);

/** A partner's documents of a kind by their summaries, as Documents.summaries gives them. */
export async function* listSummaries(
  store: Store,
  partition: Partition,
  summarizer: Summarizer,
): AsyncGenerator<SummaryPage> {
  const folder = partitionFolder(store.folder, partition.kind, partition.partner);
  const present = await presentSummaries(store, partition);
  const orphans = new Set(present.names());
  let after: string | undefined;
  let made = 0;
  do {
    const { ids, unreadable, next } = await listIds(store, partition, after, pageSize);
    const locations = ids.map((id) => pathInFolder(folder, { ...partition, id }));
    const page = await summaryPage(store, locations, present, summarizer);
    for (const name of page.names) orphans.delete(name);
    await tryToWrite(store, partition);
    made += page.made;
    yield { items: page.items, unreadable: [...unreadable, ...page.unreadable] };
    after = next;
  } while (after !== undefined);
  // Of documents whose files are gone, perhaps by hand.
  for (const name of orphans) store.summaries.note(partition, name, undefined);
  await tryToWrite(store, partition);
  if (made > 0) store.onSummarized(partition, made);
}
