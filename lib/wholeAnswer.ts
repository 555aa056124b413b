import type { Dispatcher } from 'undici';

/** An answer over HTTP, whole. Headers are by their names in lower case. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Called with the bytes of an answer that are announced or there; may break it off. */
type Limit = (controller: Dispatcher.DispatchController, bytes: number, status: number) => void;

/** undici's handler that takes in an answer as it comes, and gives it whole, or the error that ended it. */
export function wholeAnswer(
  done: (answer: WholeAnswer) => void,
  failed: (error: NodeJS.ErrnoException) => void,
  limit: Limit = () => undefined,
): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let head: Omit<WholeAnswer, 'body'> = { status: 0, headers: {} };
  let size = 0;
  return {
    // undici asks for it.
    onRequestStart: () => undefined,
    onResponseStart(controller, status, headers) {
      head = { status, headers };
      limit(controller, Number(headers['content-length'] ?? 0), status);
    },
    onResponseData(controller, chunk) {
      size += chunk.length;
      limit(controller, size, head.status);
      chunks.push(chunk);
    },
    onResponseEnd: () => done({ ...head, body: Buffer.concat(chunks) }),
    onResponseError: (_controller, error) => failed(error),
  };
}
