import { setTimeout as pause } from 'node:timers/promises';
import { RestError, type TableServiceClientOptions } from '@azure/data-tables';

type AdditionalPolicy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number];
type Policy = AdditionalPolicy['policy'];
type Request = Parameters<Policy['sendRequest']>[0];
type Response = Awaited<ReturnType<Policy['sendRequest']>>;

/** Short waits between the SDK's tries, so that tests wait for nothing. */
export const quickly = { retryOptions: { retryDelayInMs: 1, maxRetryDelayInMs: 4 } };

const everyTry = (
  name: string,
  sendRequest: (request: Request, next: () => Promise<Response>) => Promise<Response>,
): AdditionalPolicy => ({
  position: 'perRetry',
  policy: { name, sendRequest: async (request, next) => sendRequest(request, async () => next(request)) },
});

/** A client that waits a second for each answer, not a minute; what it gave up may arrive all the same. */
export const impatiently: TableServiceClientOptions = {
  ...quickly,
  additionalPolicies: [
    everyTry('impatient', async (request, next) => {
      const given = next();
      given.catch(() => undefined);
      const silence = async () => {
        await pause(1_000, undefined, { ref: false });
        throw new RestError('no answer came', { code: 'ETIMEDOUT', request });
      };
      return Promise.race([given, silence()]);
    }),
  ],
};

const isWrite = ({ method, url }: Request): boolean => method !== 'GET' && !url.includes('/Tables');

/** The answer of every n-th write is lost after the write was done; `lost` counts them. */
export function lostAnswers(every: number) {
  const counts = { writes: 0, lost: 0 };
  const policy = everyTry('lostAnswers', async (request, next) => {
    const response = await next();
    if (!isWrite(request)) return response;
    counts.writes += 1;
    if (counts.writes % every !== 0) return response;
    counts.lost += 1;
    throw new RestError('the connection was reset', { code: 'ECONNRESET' });
  });
  return { policy, counts };
}

/** The answers of the next `left` tries are a status of the service's own, whatever was done. */
export function refusals(status: number, left = 0) {
  const state = { left };
  const policy = everyTry('refusals', async (_request, next) => {
    const response = await next();
    if (state.left === 0) return response;
    state.left -= 1;
    // Without it the SDK gives up at 429.
    response.headers.set('x-ms-retry-after-ms', '1');
    return { ...response, status, bodyAsText: '' };
  });
  return { policy, state };
}

/** Queries for summaries wait until they are released. */
export function heldSummaries() {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const policy = everyTry('heldSummaries', async ({ method, url }, next) => {
    if (method === 'GET' && /select=[^&]*summary/.test(url)) await released;
    return next();
  });
  return { policy, release };
}

/** Counts the requests that are sent. */
export function requests() {
  const counts = { sent: 0 };
  const policy = everyTry('requests', async (_request, next) => {
    counts.sent += 1;
    return next();
  });
  return { policy, counts };
}
