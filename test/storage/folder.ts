import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives new folders, each a not yet existing one in a place of its own; `clear` removes them all. */
export function folders(): { make(): Promise<string>; clear(): Promise<void> } {
  const made: string[] = [];
  return {
    async make() {
      const place = await mkdtemp(join(tmpdir(), 'documents-'));
      made.push(place);
      return join(place, 'data');
    },
    async clear() {
      await Promise.all(made.splice(0).map((place) => rm(place, { recursive: true, force: true })));
    },
  };
}

/** Every file and folder below one, by its path from there (folders end in a slash), with its mode bits. */
export async function tree(folder: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const stats = await stat(join(folder, name));
    found.set(stats.isDirectory() ? `${name}/` : name, stats.mode & 0o777);
  }
  return found;
}
