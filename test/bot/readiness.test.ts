import assert from 'node:assert/strict';
import { storageProbe } from '../../storage/storageProbe.ts';
import {
  DocumentExists,
  type DocumentKey,
  StaleDocument,
  StorageUnavailable,
  type Documents,
} from '../../storage/documents.ts';
import { eventually } from '../eventually.ts';
import { memoryDocuments } from '../memoryDocuments.ts';
import { useTestBot } from '../testBot.ts';

/** Storage that cannot save anything while it is full. */
const filling = () => {
  const state = { full: false, writes: 0 };
  const note = (): void => {
    state.writes += 1;
    if (state.full) throw new StorageUnavailable('write', 'people', new Error('ENOSPC'));
  };
  const wrap = (documents: Documents): Documents => ({
    ...documents,
    async insert(key, value) {
      note();
      return documents.insert(key, value);
    },
    async replace(key, value, etag) {
      note();
      return documents.replace(key, value, etag);
    },
  });
  return { state, wrap };
};

describe('the bot', () => {
  const { state, wrap } = filling();
  const bot = useTestBot({ documentsOf: wrap });
  const ready = async () => (await fetch(`${bot().url()}/readyz`)).status;

  it('is not ready on a full disk, and says so to whoever starts or replaces it', async () => {
    state.full = true;
    assert.equal(await ready(), 503);
    assert.equal((await fetch(`${bot().url()}/healthz`)).status, 200);
  });
});

/** Storage that saves nothing until it is released, and the kinds of documents that it was asked to list meanwhile. */
const holding = () => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const listed = new Set<string>();
  const wrap = (documents: Documents): Documents => ({
    ...documents,
    async insert(...given) {
      await released;
      return documents.insert(...given);
    },
    async replace(...given) {
      await released;
      return documents.replace(...given);
    },
    async list(kind, ...given) {
      listed.add(kind);
      return documents.list(kind, ...given);
    },
    ...(documents.listOfAll && {
      async listOfAll(kind) {
        listed.add(kind);
        return documents.listOfAll?.(kind) ?? [];
      },
    }),
  });
  return { release, listed, wrap };
};

describe('a start', () => {
  const { release, listed, wrap } = holding();
  const bot = useTestBot({ documentsOf: wrap, warm: true });
  const ready = async () => (await fetch(`${bot().url()}/readyz`)).status;

  it('finds out first whether something can be saved, is not ready before, and reads then what was left', async () => {
    assert.equal(await ready(), 503);
    assert.equal(listed.size, 0);
    release();
    await eventually('ready', async () => (await ready()) === 200);
    await eventually('jobs read', () => ['jobs', 'changes', 'imports'].every((kind) => listed.has(kind)));
  });
});

describe('whether something can be saved', () => {
  it('is not doubted where other processes save it at the same moment', async () => {
    const kept = memoryDocuments();
    const meanwhile = (conflict: (key: DocumentKey) => Error) => async (key: DocumentKey) =>
      Promise.reject(conflict(key));
    const conflicting: Documents = {
      ...kept,
      insert: meanwhile((key) => new DocumentExists(key)),
      replace: meanwhile((key) => new StaleDocument(key)),
    };
    assert.equal(await storageProbe(conflicting)(), true);
    assert.equal(await storageProbe(kept)(), true);
    assert.equal(await storageProbe(conflicting)(), true);
  });

  it('is found out by saving, once in five seconds however often it is asked', async () => {
    const { state, wrap } = filling();
    let passed = 0;
    const canSave = storageProbe(wrap(memoryDocuments()), () => passed);
    const ask = () => Promise.all([canSave(), canSave(), canSave()]);
    assert.deepEqual(await ask(), [true, true, true]);
    assert.equal(state.writes, 1);
    state.full = true;
    passed = 4_999;
    assert.deepEqual(await ask(), [true, true, true]);
    passed = 5_000;
    assert.deepEqual(await ask(), [false, false, false]);
    state.full = false;
    passed = 10_000;
    assert.deepEqual(await ask(), [true, true, true]);
    assert.equal(state.writes, 3);
  });
});
