/** A text as people paste it, and every value it gives; of a country the reader's partner is in. */
export interface Sample {
  readonly name: string;
  /** The partner's country. */
  readonly home: string;
  readonly text: string;
  /** Every value expected, by input; nothing else may be filled in. */
  readonly values: Readonly<Record<string, string>>;
}

/** Makes a sample of lines. */
export const sample = (name: string, home: string, lines: readonly string[], values: Sample['values']): Sample => ({
  name,
  home,
  text: lines.join('\n'),
  values,
});
