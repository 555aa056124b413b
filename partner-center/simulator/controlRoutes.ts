import * as z from 'zod';
import { parseBody } from './call.ts';
import type { Control } from './control.ts';
import { faultSchema } from './faults.ts';
import { refusal } from './refusal.ts';
import type { Method } from './routes.ts';
import type { Request } from './service.ts';

/** One control call. */
export interface ControlRoute {
  readonly method: Method;
  /** After `/simulator`. */
  readonly path: string;
  readonly run: (control: Control, request: Request) => unknown;
}

const bodyOf = ({ text }: Request): unknown => {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('800002');
  }
};

const seeds = z.strictObject({ count: z.int().min(1).max(10_000), tenantId: z.string().exactOptional() });

/** The control calls (docs/simulator.md); they need no token and are not recorded. */
export const controlRoutes: readonly ControlRoute[] = [
  {
    method: 'POST',
    path: '/faults',
    run: (control, request) => {
      control.fault(parseBody(bodyOf(request), faultSchema));
      return { faults: control.faults() };
    },
  },
  { method: 'GET', path: '/faults', run: (control) => ({ faults: control.faults() }) },
  { method: 'GET', path: '/calls', run: (control) => ({ calls: control.calls() }) },
  {
    method: 'POST',
    path: '/customers',
    run: (control, request) => {
      const { count, tenantId } = parseBody(bodyOf(request), seeds);
      const made = control.addCustomers(count, tenantId);
      return { customers: made.map(({ id, domain, companyName }) => ({ id, domain, companyName })) };
    },
  },
  {
    method: 'POST',
    path: '/customers/:customer',
    run: (control, request) => {
      const { id, validationStatus, directSigned, agreements } = control.setCustomer(
        request.params['customer'] ?? '',
        bodyOf(request),
      );
      return { id, validationStatus, directSigned, agreedAt: agreements.map(({ dateAgreed }) => dateAgreed) };
    },
  },
  {
    method: 'GET',
    path: '/attestations/:attestation',
    run: (control, request) => control.attestation(request.params['attestation'] ?? ''),
  },
  {
    method: 'POST',
    path: '/attestations/:attestation',
    run: (control, request) => control.attestation(request.params['attestation'] ?? '', true),
  },
  {
    method: 'POST',
    path: '/subscriptions/:subscription',
    run: (control, request) => {
      const { id, status } = control.setSubscription(request.params['subscription'] ?? '', bodyOf(request));
      return { id, status };
    },
  },
  { method: 'POST', path: '/partners', run: (control, request) => control.setPartner(bodyOf(request)) },
  { method: 'POST', path: '/tokens/expire', run: (control) => control.expireTokens() },
  { method: 'POST', path: '/catalogue/renew', run: (control) => control.renewCatalogue() },
  { method: 'POST', path: '/reset', run: (control) => control.reset() },
];
