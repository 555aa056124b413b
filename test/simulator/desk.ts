import assert from 'node:assert/strict';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/simulator.ts';

/** An answer, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
  /** A value inside the body, by its path. */
  readonly at: (...path: readonly (string | number)[]) => unknown;
}

/** How a call differs from an ordinary one. */
interface CallOptions {
  readonly token?: 'app-only' | 'app+user' | 'none';
  readonly tenant?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** A simulator and somebody who calls it. */
export interface Desk extends Simulator {
  readonly call: (method: string, path: string, body?: unknown, options?: CallOptions) => Promise<Reply>;
  /** POST of a form to the login of a tenant. */
  readonly login: (form: Readonly<Record<string, string>>, path?: string) => Promise<Reply>;
  /** Sets the clock forward by so many milliseconds. */
  readonly pass: (milliseconds: number) => void;
}

/** The tenant of the partner who calls unless another is named. */
export const tenant = '00000000-0000-4000-8000-000000000001';

/** A value inside JSON, by its path; undefined where there is none. */
export const inside = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined),
    value,
  );

const read = async (response: Response): Promise<Reply> => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  let body: unknown = text;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    // Left as it is: some tests want no JSON.
  }
  return { status: response.status, headers: response.headers, text, body, at: (...path) => inside(body, path) };
};

const grants = {
  'app-only': { grant_type: 'client_credentials' },
  'app+user': { grant_type: 'refresh_token', refresh_token: 'any' },
} as const;

/** What the login wants besides the grant. */
export const application = {
  client_id: 'application',
  client_secret: 'any',
  resource: 'https://api.partnercenter.microsoft.com',
};

/** Starts a simulator whose clock stands at noon of 1 June 2026 until it is set forward. */
export const openDesk = async (options: SimulatorOptions = {}): Promise<Desk> => {
  let time = Date.parse('2026-06-01T12:00:00Z');
  const simulator = await startSimulator({ now: () => new Date(time), ...options });
  const tokens = new Map<string, string>();
  const login: Desk['login'] = async (form, path = `/${tenant}/oauth2/token`) =>
    read(await fetch(`${simulator.url}${path}`, { method: 'POST', body: new URLSearchParams(form) }));
  const tokenOf = async (kind: keyof typeof grants, of: string): Promise<string> => {
    const key = `${kind} ${of}`;
    const known = tokens.get(key);
    if (known !== undefined) return known;
    const reply = await login({ ...application, ...grants[kind] }, `/${of}/oauth2/token`);
    const token = String(reply.at('access_token'));
    tokens.set(key, token);
    return token;
  };
  return {
    ...simulator,
    reset: () => {
      tokens.clear();
      simulator.reset();
    },
    login,
    pass: (milliseconds) => {
      time += milliseconds;
      tokens.clear();
    },
    call: async (method, path, body, { token = 'app+user', tenant: of = tenant, headers = {}, signal } = {}) => {
      const authorization = token === 'none' ? {} : { Authorization: `Bearer ${await tokenOf(token, of)}` };
      const response = await fetch(`${simulator.url}/v1${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...authorization, ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
      return read(response);
    },
  };
};

/** A body of POST customers as the documentation writes it; `change` goes into the profiles and beside them. */
export const newCustomer = (
  prefix: string,
  change: { address?: object; billing?: object; company?: object; beside?: object } = {},
) => ({
  CompanyProfile: { Domain: `${prefix}.onmicrosoft.com`, ...change.company },
  BillingProfile: {
    Culture: 'EN-US',
    Email: `ada@${prefix}.example`,
    Language: 'En',
    CompanyName: `Adventure Works ${prefix}`,
    ...change.billing,
    DefaultAddress: {
      FirstName: 'Ada',
      LastName: 'Lovelace',
      AddressLine1: 'One Pine Street',
      AddressLine2: null,
      City: 'Redmond',
      State: 'WA',
      PostalCode: '98052',
      Country: 'US',
      Region: null,
      PhoneNumber: '+14255550101',
      ...change.address,
    },
  },
  ...change.beside,
});

/** A body of POST agreements. */
export const consent = (firstName = 'Ada') => ({
  primaryContact: { firstName, lastName: 'Lovelace', email: 'ada@customer.example', phoneNumber: '+14255550101' },
  templateId: '117a77b0-9360-443b-8795-c6dedc750cf9',
  dateAgreed: '2026-05-01T00:00:00.000Z',
  type: 'MicrosoftCustomerAgreement',
});

/** The id of a new customer. */
export const addCustomer = async (desk: Desk, prefix: string): Promise<string> => {
  const reply = await desk.call('POST', '/customers', newCustomer(prefix));
  assert.equal(reply.status, 201, reply.text);
  return String(reply.at('id'));
};

/** The id of a new customer whose agreement is recorded. */
export const addBuyer = async (desk: Desk, prefix: string): Promise<string> => {
  const id = await addCustomer(desk, prefix);
  const reply = await desk.call('POST', `/customers/${id}/agreements`, consent());
  assert.equal(reply.status, 201, reply.text);
  return id;
};

/** What the catalogue says of the SKU with that title. */
export const findItem = async (desk: Desk, title: string, product = title, of = '?country=US') => {
  const shelf = of.startsWith('?') ? '' : of;
  const query = of.startsWith('?') ? of : '?';
  const products = await desk.call('GET', `${shelf}/products${query}&targetView=OnlineServices`);
  const id = String(
    inside(
      itemsOf(products).find((one) => inside(one, ['title']) === product),
      ['id'],
    ),
  );
  const skus = await desk.call('GET', `${shelf}/products/${id}/skus${query}`);
  const sku = itemsOf(skus).find((one) => inside(one, ['title']) === title);
  const path = `${shelf}/products/${id}/skus/${String(inside(sku, ['id']))}/availabilities${query}`;
  const availability = (await desk.call('GET', path)).at('items', 0);
  return { sku, availability, catalogItemId: String(inside(availability, ['catalogItemId'])) };
};

/** The items of a list. */
export const itemsOf = (reply: Reply): readonly unknown[] => {
  const items = reply.at('items');
  assert.ok(Array.isArray(items), reply.text);
  return items;
};

/** The properties of an answer, to be sent back changed. */
export const bodyOf = ({ body }: Reply): Record<string, unknown> =>
  Object.fromEntries(Object.entries(typeof body === 'object' && body !== null ? body : {}));

/** The code of an error, as text. */
export const codeOf = (reply: Reply): string => String(reply.at('code'));

/** Buys and gives the id of the subscription, looking at the orders as often as it takes. */
export const buy = async (desk: Desk, customer: string, catalogItemId: string, quantity: number): Promise<string> => {
  const line = { id: 0, catalogItemId, quantity, billingCycle: 'monthly', termDuration: 'P1Y' };
  const cart = await desk.call('POST', `/customers/${customer}/carts`, { lineItems: [line] });
  const done = await desk.call('POST', `/customers/${customer}/carts/${String(cart.at('id'))}/checkout`);
  assert.equal(done.status, 201, done.text);
  const path = `/customers/${customer}/orders/${String(done.at('orders', 0, 'id'))}`;
  await desk.call('GET', path);
  return String((await desk.call('GET', path)).at('lineItems', 0, 'subscriptionId'));
};
