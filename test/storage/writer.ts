/** Writes to the data folder named by its argument as fast as it can, printing each write once it was acknowledged. */
import { openLowdbDocuments } from '../../storage/lowdb/lowdbDocuments.ts';

const [, , folder = ''] = process.argv;
const documents = await openLowdbDocuments(folder, {
  now: () => new Date(0),
  // So often that it is killed in the midst of it, too.
  checkpointTimes: { after: 5, bytes: 100_000 },
});
const padding = 'x'.repeat(3000);

async function write(writer: number): Promise<never> {
  for (let round = 0; ; round += 1) {
    const key = { kind: 'customers', partner: `p${writer % 2}`, id: `w${writer}-${round}` };
    let etag = await documents.insert(key, { count: 0, padding });
    for (let count = 1; count < 4; count += 1) {
      etag = await documents.replace(key, { count, padding }, etag);
      process.stdout.write(`${JSON.stringify({ ...key, count })}\n`);
    }
  }
}

await Promise.all([0, 1, 2, 3, 4, 5].map(write));
