/** Whether a Node of that version, such as `v22.13.0`, has SQLite without being asked for it by a flag. */
export function hasSqlite(version: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}

/** What is to be said on a Node without it. */
export const noSqlite = (version: string): string =>
  `sqlite needs Node 22.13 or later, and this is ${version}. Run a newer Node, or set lowdb.`;
