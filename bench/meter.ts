/** What a process has used so far: CPU (user and system) in milliseconds, and resident memory in bytes. */
export interface Usage {
  readonly cpu: number;
  readonly rss: number;
}

// Loaded by --import into each program that is measured, so that none of them knows of it.
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const usage: Usage = { cpu: (user + system) / 1000, rss: process.memoryUsage.rss() };
  process.send?.(usage);
});
