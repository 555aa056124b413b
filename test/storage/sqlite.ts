/** Whether this Node has SQLite: 22.13 and later have. */
export const hasSqlite = await import('node:sqlite').then(
  () => true,
  () => false,
);
