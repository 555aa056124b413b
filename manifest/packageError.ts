/** Why no app package was made: every fault at once, each naming the value or file and the cure. */
export class PackageError extends Error {
  override readonly name = 'PackageError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(['No package was written', ...faults].join('\n  - '));
    this.faults = faults;
  }
}
