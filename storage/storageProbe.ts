import { DocumentExists, type Documents, StaleDocument } from './documents.ts';

/** Key of a document that is written only to prove that writing works. */
const probeKey = { kind: 'probe', partner: 'bot', id: 'ready' };

/** Milliseconds for which an answer is cached. */
const answerLifetime = 5_000;

/** Returns a function that tells whether the store can write, by writing a document at most once in five seconds. */
export function storageProbe(documents: Documents, elapsed: () => number = () => performance.now()) {
  let asked = -Infinity;
  let answer = Promise.resolve(false);
  return (): Promise<boolean> => {
    if (elapsed() - asked < answerLifetime) return answer;
    asked = elapsed();
    answer = writeProbe(documents).then(
      () => true,
      // Another process wrote it at that very moment, so it can be written.
      (error: unknown) => error instanceof StaleDocument || error instanceof DocumentExists,
    );
    return answer;
  };
}

async function writeProbe(documents: Documents): Promise<void> {
  const stored = await documents.get(probeKey);
  if (stored === undefined) await documents.insert(probeKey, 0);
  else await documents.replace(probeKey, stored.value === 0 ? 1 : 0, stored.etag);
}
