import * as z from 'zod';
import { cloud } from '../clouds.ts';
import type { Segment } from '../offer.ts';
import { approvedSegments } from '../qualification.ts';
import { record } from './audit.ts';
import { created, type Handler, ok, parseBody } from './call.ts';
import { customerOf } from './customers.ts';
import { refusal } from './refusal.ts';
import type { SimulatedCustomer } from './world.ts';

/** Code the simulator takes for a government customer (the documentation's own example). */
const validationCode = '123456';

const asked = z.discriminatedUnion('qualification', [
  z.object({
    qualification: z.literal('Education'),
    educationSegment: z.enum(['K12', 'HigherEducation']),
    website: z.string().min(1),
  }),
  z.object({ qualification: z.literal('GovernmentCommunityCloud'), validationCode: z.literal(validationCode) }),
  z.object({ qualification: z.literal('StateOwnedEntity') }),
]);

/** The segments of a customer's approved qualifications. */
export const segmentsOf = ({ qualifications }: Pick<SimulatedCustomer, 'qualifications'>): readonly Segment[] =>
  approvedSegments(
    qualifications.map(({ qualification, vettingStatus }) => ({
      qualification,
      state: vettingStatus === 'Approved' ? 'approved' : 'unknown',
    })),
  );

/** GET customers/{id}/qualifications. */
export const listQualifications: Handler = (call) => ok(customerOf(call).qualifications);

/** POST customers/{id}/qualifications: in review until a control call decides, and again when it was denied; a state-owned entity is none to vet. */
export const addQualification: Handler = (call) => {
  const customer = customerOf(call);
  if (!cloud(call.partner.cloud).qualification) throw refusal('600006');
  const { qualification } = parseBody(call.body, asked);
  const others = customer.qualifications.filter((one) => one.qualification !== qualification);
  const present = customer.qualifications.find((one) => one.qualification === qualification);
  // What was denied may be asked for again (sell-to-education-customers).
  if (present !== undefined && present.vettingStatus !== 'Denied')
    throw refusal('3000', { data: ['property_name: qualification'] });
  const date = call.now().toISOString();
  const vetted = qualification !== 'StateOwnedEntity';
  const entry = { qualification, ...(vetted ? { vettingStatus: 'InReview' as const, vettingCreatedDate: date } : {}) };
  call.world.customers.set(customer.id, { ...customer, qualifications: [...others, entry] });
  record(call, customer, { resourceType: 'customer', operationType: 'update_customer_qualification', value: entry });
  // The answer of POST and the list name the date differently.
  return created({ qualification, ...(vetted ? { vettingStatus: 'InReview', vettingCreateDate: date } : {}) });
};

/** GET customers/all/validations: the codes of government customers. */
export const listValidations: Handler = ({ partner }) =>
  ok([
    {
      partnerId: partner.tenantId,
      organizationName: 'Simulated County',
      validationId: validationCode,
      maxCreates: 5,
      remainingCreates: 5,
      eTag: 'W/"datetime\'2026-01-01T00%3A00%3A00.000000Z\'"',
    },
  ]);

/** GET customers/{id}/validationStatus?type=account; no status at all is 404. */
export const getValidationStatus: Handler = (call) => {
  const { id, validationStatus, created: at } = customerOf(call);
  if (call.query.get('type') !== 'account') throw refusal('3000', { data: ['property_name: type'] });
  if (validationStatus === 'none') throw refusal('600074', { fill: [id] });
  return ok({ type: 'account', status: validationStatus, lastUpdateDateTime: at.slice(0, 19) });
};
