/** What is wrong with the settings or a file they name: every fault at once, each naming the setting, the fault and the cure. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly faults: readonly string[];

  constructor(source: string, faults: readonly string[]) {
    super([`${source}: ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}`, ...faults].join('\n  - '));
    this.faults = faults;
  }
}
