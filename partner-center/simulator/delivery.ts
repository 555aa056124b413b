import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Outcome } from './mishaps.ts';

/** How long an answer is held back; gives a promise that ends after so many milliseconds. */
export type Delay = (milliseconds: number) => Promise<void>;

const text = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.join(', ');

/** The ids every answer carries: those of the request, or new ones. */
export const idHeaders = (asked: IncomingHttpHeaders, newId: () => string): Readonly<Record<string, string>> => {
  const locale = text(asked['x-locale']);
  return {
    'MS-RequestId': text(asked['ms-requestid']) ?? newId(),
    'MS-CorrelationId': text(asked['ms-correlationid']) ?? newId(),
    'MS-CV': `${newId().slice(0, 8)}.0`,
    'MS-ServerId': '202010406',
    ...(locale === undefined ? {} : { 'X-Locale': locale }),
  };
};

const gateway = '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>';

/** Resolves when the caller has given up: a handler that ends before would be answered for by the server. */
const gone = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => void response.once('close', () => resolve()));

/** Sends an outcome, or lets it go wrong in the way it asks for. */
export const deliver = async (
  response: ServerResponse,
  { answer, delivery, delay }: Outcome,
  headers: Readonly<Record<string, string>>,
  wait: Delay,
): Promise<void> => {
  if (delivery === 'silence') return gone(response);
  if (delivery === 'drop') return void response.destroy();
  if (delay > 0) await wait(delay);
  if (response.destroyed) return;
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries({ ...headers, ...answer.headers })) response.setHeader(name, value);
  if (delivery === 'html') {
    response.setHeader('Content-Type', 'text/html');
    return void response.end(gateway);
  }
  if (answer.body === undefined) return void response.end();
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(`${delivery === 'bom' ? '\uFEFF' : ''}${JSON.stringify(answer.body)}`);
};
