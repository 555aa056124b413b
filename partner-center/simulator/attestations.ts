import * as z from 'zod';
import { cloud } from '../clouds.ts';
import { type Call, created, type Handler, parseBody } from './call.ts';
import { refusal } from './refusal.ts';
import type { World } from './world.ts';

// The names of e-mail and phone are in no public copy of the page: whatever is called so is taken.
const asked = z
  .looseObject({
    country: z.string().length(2),
    language: z.string().min(1),
    companyName: z.string().min(1),
    signatoryFirstName: z.string().min(1),
    signatoryLastName: z.string().min(1),
  })
  .refine((body) => Object.entries(body).some(([name, value]) => /mail/i.test(name) && typeof value === 'string'), {
    path: ['signatoryEmail'],
  });

/** POST attestations/enhanced, in the application's own name: the id that a page for the customer is addressed by. */
export const addAttestation: Handler = (call) => {
  const { partner, token, world } = call;
  if (!cloud(partner.cloud).agreement || token.kind !== 'app-only') throw refusal('600006');
  if (partner.type === 'indirect-reseller') throw refusal('1002');
  const { companyName } = parseBody(call.body, asked);
  const id = call.newId();
  world.attestations.set(id, { id, partner: partner.tenantId, companyName, accepted: false });
  return created({ attestationId: id });
};

/** Raises Refusal when that is no attestation of this partner, or its page was not accepted. */
export const checkAccepted = ({ partner, world }: Call, id: string): void => {
  const found = world.attestations.get(id.toLowerCase());
  if (found?.partner !== partner.tenantId || !found.accepted)
    throw refusal('3000', { data: ['property_name: attestationId'] });
};

/** Whether the page of an attestation was accepted; `accept` accepts it, as the customer would. */
export const pageOf = ({ attestations }: World, id: string, accept: boolean) => {
  const found = attestations.get(id.toLowerCase());
  if (found === undefined) throw refusal('1000');
  const next = accept ? { ...found, accepted: true } : found;
  attestations.set(next.id, next);
  const { companyName, accepted } = next;
  return { id: next.id, companyName, accepted };
};
