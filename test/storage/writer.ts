/**
 * Writes documents and their summaries to the data folder named by its argument as fast as it can, and removes every
 * third one, printing each change once it was acknowledged.
 */
import { writeSync } from 'node:fs';
import { openLowdbDocuments } from '../../storage/lowdb/lowdbDocuments.ts';

const [, , folder = ''] = process.argv;
const documents = await openLowdbDocuments(folder, {
  now: () => new Date(0),
  // So often that it is killed in the midst of it, too.
  checkpointTimes: { after: 5, bytes: 100_000 },
});
const padding = 'x'.repeat(3000);
const lastCount = 3;

async function write(writer: number): Promise<never> {
  // Not to process.stdout, which keeps what its reader has not taken: it would be lost when this process is killed.
  const print = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`);
  for (let round = 0; ; round += 1) {
    const key = { kind: 'customers', partner: `p${writer % 2}`, id: `w${writer}-${round}` };
    const isRemoved = round % 3 === 2;
    let etag = await documents.insert(key, { count: 0, padding }, { form: 1, value: { count: 0 } });
    for (let count = 1; count <= lastCount; count += 1) {
      etag = await documents.replace(key, { count, padding }, etag, { form: 1, value: { count } });
      print({ ...key, count, mayGo: isRemoved && count === lastCount });
    }
    if (!isRemoved) continue;
    await documents.remove(key, etag);
    print({ ...key, mayGo: true });
  }
}

await Promise.all([0, 1, 2, 3, 4, 5].map(write));
