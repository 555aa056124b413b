import { LRUCache } from 'lru-cache';
import {
  type DocumentKey,
  DocumentExists,
  DocumentTooLarge,
  type Documents,
  StaleDocument,
  StorageUnavailable,
} from '../documents.ts';
import { logRowOf, slowWrite } from './changeLog.ts';
import {
  versionTagOf,
  goneRow,
  headColumns,
  isGone,
  largestEntity,
  type Lineage,
  lineageOf,
  lineageOfEtag,
  lineageOver,
  rowOfDocument,
  type TableRow,
} from './tableEntity.ts';
import { type OwnChanges, ownChanges } from './ownChanges.ts';
import { rowOf } from './tableKeys.ts';
import { codeOf, statusOf, type StoreTable, type TableStep } from './table.ts';

const tooLargeCodes = ['EntityTooLarge', 'PropertyValueTooLarge', 'RequestBodyTooLarge', 'TooManyProperties'];

/** True where the service said that the row is not the one the write named. */
const isConflict = (error: unknown): boolean =>
  [404, 409, 412].includes(statusOf(error) ?? 0) && codeOf(error) !== 'TableNotFound';

/** True where the write may have taken effect although no answer said so. */
const isUnanswered = (error: unknown): boolean => {
  const status = statusOf(error);
  return status === undefined || status === 408 || status >= 500;
};

const failure = ({ kind }: DocumentKey, error: unknown): Error =>
  tooLargeCodes.includes(codeOf(error) ?? '') || statusOf(error) === 413
    ? new DocumentTooLarge(kind, largestEntity, error)
    : new StorageUnavailable('write', kind, error);

/**
 * The outcome of a write: it took effect, or there is another row, or none. `unanswered` is the error of a write that was
 * not answered: where the row is the one it named, it may still come.
 */
type Outcome =
  | { readonly isDone: true }
  | { readonly isDone: false; readonly present: TableRow | undefined; readonly unanswered?: Error };

/** The service's own etags of the versions that were read or written last. One that is forgotten is asked for. */
export interface ServiceEtags {
  remember(row: TableRow): void;
  get(version: string): string | undefined;
  set(version: string, etag: string): void;
}

/** Remembers the etags of 10,000 versions. */
export function serviceEtags(): ServiceEtags {
  const kept = new LRUCache<string, string>({ max: 10_000 });
  const set = (version: string, etag: string): void =>
    void (etag === '' ? kept.delete(version) : kept.set(version, etag));
  return {
    set,
    get: (version) => kept.get(version),
    remember(row) {
      const [version] = lineageOf(row);
      if (version !== undefined) set(version, row.etag);
    },
  };
}

/** Writes rows of documents, and knows its own write again where its answer was lost. */
export interface TableWriter {
  readonly serviceEtags: ServiceEtags;
  /** Changes of the followed kinds. */
  readonly own: OwnChanges;
  /**
   * Makes a step of one document, and the others of the same partition with it. Raises StorageUnavailable and
   * DocumentTooLarge.
   */
  write(key: DocumentKey, lineage: Lineage, step: TableStep, more?: readonly TableStep[]): Promise<Outcome>;
  /** The row of a document without its value. Raises StorageUnavailable. */
  look(key: DocumentKey): Promise<TableRow | undefined>;
  /** Removes a version of a row; a failure leaves it. */
  sweep(row: Pick<TableRow, 'partitionKey' | 'rowKey' | 'etag'>): Promise<void>;
}

// Of a storage that is slow for long, others learn by their looks that go farther back.
const mostTold = 3;

/** Makes steps with the row that tells of them; gives the etag of the first one's row. */
async function writeAndTell(
  table: StoreTable,
  own: OwnChanges,
  key: DocumentKey,
  steps: readonly [TableStep, ...TableStep[]],
): Promise<string> {
  const told = logRowOf(table, key);
  const noteDone = own.begin(rowOf(key), told.rowKey);
  const etag = await table.write(...steps, { does: 'create', row: told });
  noteDone(steps[0].row);
  return etag;
}

/** A writer; writes of the kinds that are followed are in the change log, by the same transaction. */
export function tableWriter(table: StoreTable, isFollowed: (kind: string) => boolean): TableWriter {
  const etags = serviceEtags();
  const own = ownChanges();
  const look = async (key: DocumentKey): Promise<TableRow | undefined> => {
    const { partitionKey, rowKey } = rowOf(key);
    try {
      const row = await table.get(partitionKey, rowKey, headColumns);
      if (row !== undefined) etags.remember(row);
      return row;
    } catch (error) {
      throw new StorageUnavailable('write', key.kind, error);
    }
  };

  const attempt = async (
    key: DocumentKey,
    lineage: Lineage,
    steps: readonly [TableStep, ...TableStep[]],
  ): Promise<Outcome> => {
    try {
      const isTold = isFollowed(key.kind);
      etags.set(lineage[0], await (isTold ? writeAndTell(table, own, key, steps) : table.write(...steps)));
      return { isDone: true };
    } catch (error) {
      if (!isConflict(error) && !isUnanswered(error)) throw failure(key, error);
      const present = await look(key);
      // Its answer was lost. Others may have written over it since.
      if (present !== undefined && lineageOf(present).includes(lineage[0])) return { isDone: true };
      return { isDone: false, present, ...(isConflict(error) ? {} : { unanswered: failure(key, error) }) };
    }
  };

  /**
   * Tells a write once more that came when others may have looked past the time it named; it is done, whatever comes of that. How
   * long it took is judged by the service's clock, as a whole machine that stood still has a stopwatch that did, too.
   */
  const tellAgain = async (key: DocumentKey, named: number): Promise<void> => {
    for (let last = named, told = 0; table.now() - last > slowWrite && told < mostTold; told += 1) {
      last = table.now();
      await table.write({ does: 'create', row: logRowOf(table, key) }).catch(() => undefined);
    }
  };

  return {
    serviceEtags: etags,
    own,
    look,
    async write(key, lineage, step, more = []) {
      const begun = table.now();
      const outcome = await attempt(key, lineage, [step, ...more]);
      if (outcome.isDone && isFollowed(key.kind)) await tellAgain(key, begun);
      return outcome;
    },
    async sweep({ partitionKey, rowKey, etag }) {
      await table.remove(partitionKey, rowKey, etag).catch(() => undefined);
    },
  };
}

/** Makes a step of the version that `etag` names, with others in the same transaction. Raises StaleDocument and the errors of a write. */
async function stepFrom(
  writer: TableWriter,
  key: DocumentKey,
  etag: string,
  lineage: Lineage,
  step: Pick<Exclude<TableStep, { does: 'create' }>, 'does' | 'row'>,
  more: readonly TableStep[] = [],
): Promise<void> {
  const [version = ''] = lineageOfEtag(etag);
  for (let own = writer.serviceEtags.get(version); ;) {
    const outcome =
      own === undefined
        ? { isDone: false as const, present: await writer.look(key), unanswered: undefined }
        : await writer.write(key, lineage, { ...step, etag: own }, more);
    if (outcome.isDone) return;
    const { present, unanswered } = outcome;
    if (present === undefined || lineageOf(present)[0] !== version) throw new StaleDocument(key);
    // The service's etag also changes when a summary was added to the same version.
    if (present.etag === own) throw unanswered ?? new StaleDocument(key);
    own = present.etag;
  }
}

/** Moves the version that `etag` names: removes it and makes other steps in the same transaction. Raises StaleDocument. */
export async function moveVersion(
  writer: TableWriter,
  key: DocumentKey,
  etag: string,
  more: readonly TableStep[],
): Promise<void> {
  const lineage = lineageOver(lineageOfEtag(etag));
  const place = rowOf(key);
  // In two steps, so that it is known as done where its answer was lost.
  await stepFrom(writer, key, etag, lineage, { does: 'replace', row: goneRow(place, lineage) }, more);
  const own = writer.serviceEtags.get(lineage[0]);
  if (own !== undefined) await writer.sweep({ ...place, etag: own });
}

/** The writes of Documents. */
export function tableWrites(writer: TableWriter): Pick<Documents, 'insert' | 'replace' | 'remove'> {
  return {
    async insert(key, value, summary) {
      const lineage = lineageOver([]);
      const row = rowOfDocument(key, value, lineage, summary);
      for (;;) {
        const outcome = await writer.write(key, lineage, { does: 'create', row });
        if (outcome.isDone) return versionTagOf(lineage);
        const { present, unanswered } = outcome;
        if (present === undefined) throw unanswered ?? new DocumentExists(key);
        if (!isGone(present)) throw new DocumentExists(key);
        await writer.sweep(present);
      }
    },
    async replace(key, value, etag, summary) {
      const lineage = lineageOver(lineageOfEtag(etag));
      const row = rowOfDocument(key, value, lineage, summary);
      await stepFrom(writer, key, etag, lineage, { does: 'replace', row });
      return versionTagOf(lineage);
    },
    async remove(key, etag) {
      try {
        const lineage = lineageOver(lineageOfEtag(etag));
        await stepFrom(writer, key, etag, lineage, { does: 'remove', row: rowOf(key) });
      } catch (error) {
        if (!(error instanceof StaleDocument)) throw error;
        const present = await writer.look(key);
        if (present !== undefined && !isGone(present)) throw error;
      }
    },
  };
}
