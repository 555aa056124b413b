/** The calls to Partner Center that a job makes, over all its attempts. */
export interface SentCalls {
  /** Notes the correlation ID of a call about to be sent; `asks`: it changes nothing at Partner Center. */
  note(correlationId: string, asks: boolean): void;
  /**
   * Correlation ID of the last changing call or, without one, of the last query; Microsoft's support finds the call by
   * it. Undefined when nothing was sent.
   */
  last(): string | undefined;
}

/** The calls of a new job. */
export function sentCalls(): SentCalls {
  let changing: string | undefined;
  let asking: string | undefined;
  return {
    note(correlationId, asks) {
      if (asks) asking = correlationId;
      else changing = correlationId;
    },
    last: () => changing ?? asking,
  };
}
