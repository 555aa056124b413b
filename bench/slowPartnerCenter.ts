import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { startSimulator } from '../simulator/simulator.ts';
import { samplePartners } from '../partner-center/rules/samplePartners.ts';

/** The simulator behind a wire on which every call, of the login too, takes its time, with a catalogue of a chosen size. */
interface SlowPartnerCenter {
  readonly url: string;
  /** Resolves when every product has been asked for. */
  whole(): Promise<void>;
  close(): Promise<void>;
}

const json = (res: ServerResponse, body: unknown): void => {
  res.writeHead(200, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify(body));
};

/** What a product of the catalogue is answered with: one SKU of it, or how that can be bought. */
function itemsOf(product: string, place: string | undefined): object[] {
  const sku = { id: '0001', productId: product, title: `Offer ${product}`, minimumQuantity: 1, maximumQuantity: 300 };
  if (place === undefined) return [{ ...sku, supportedBillingCycles: ['monthly'] }];
  const terms = [{ duration: 'P1M', billingCycle: 'Monthly' }];
  return [{ catalogItemId: `${product}:0001:1`, segment: 'commercial', isPurchasable: true, terms }];
}

/** Starts one with so many products, on a free port; each call takes that many milliseconds. */
export async function startSlowPartnerCenter(products: number, milliseconds: number): Promise<SlowPartnerCenter> {
  const simulator = await startSimulator({ partners: samplePartners });
  let left = products;
  let tell = (): void => undefined;
  const isWhole = new Promise<void>((resolve) => (tell = resolve));

  async function pass(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await buffer(req);
    const { method = 'GET', url = '/' } = req;
    const headers = Object.fromEntries(Object.entries(req.headers).filter(([name]) => name !== 'host'));
    const answer = await fetch(`${simulator.url}${url}`, {
      method,
      headers: headers as Record<string, string>,
      ...(body.length === 0 ? {} : { body }),
    });
    res.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? 'application/json' });
    res.end(Buffer.from(await answer.arrayBuffer()));
  }

  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    await wait(milliseconds);
    const [, product, place] = /^\/v1\/products(?:\/([^/?]+)\/skus(?:\/[^/]+\/(availabilities))?)?(?:\?|$)/.exec(
      req.url ?? '',
    ) ?? [undefined];
    if (!(req.url ?? '').startsWith('/v1/products')) return pass(req, res);
    if (product === undefined)
      return json(res, { items: Array.from({ length: products }, (_none, at) => ({ id: `P${String(at)}` })) });
    json(res, { items: itemsOf(product, place) });
    left -= place === undefined ? 0 : 1;
    if (left === 0) tell();
  }

  const server = createServer((req, res) => void take(req, res).catch(() => res.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    whole: () => isWhole,
    async close() {
      server.closeAllConnections();
      server.close();
      await simulator.close();
    },
  };
}
