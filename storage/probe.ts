import type { Documents } from './documents.ts';

/** A document that says nothing: that it can be written is all. */
const key = { kind: 'probe', partner: 'bot', id: 'ready' };

/** Milliseconds for which an answer stands, so that being asked costs next to nothing. */
const lifetime = 5_000;

/** Tells whether something can be saved now, by saving something, once in some seconds at most, whoever asks. */
export function storageProbe(documents: Documents, elapsed: () => number = () => performance.now()) {
  let asked = -Infinity;
  let answer = Promise.resolve(false);
  return (): Promise<boolean> => {
    if (elapsed() - asked < lifetime) return answer;
    asked = elapsed();
    answer = save(documents).then(
      () => true,
      () => false,
    );
    return answer;
  };
}

async function save(documents: Documents): Promise<void> {
  const stored = await documents.get(key);
  if (stored === undefined) await documents.insert(key, 0);
  else await documents.replace(key, stored.value === 0 ? 1 : 0, stored.etag);
}
