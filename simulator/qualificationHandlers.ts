import * as z from 'zod';
import { cloud } from '../partner-center/rules/clouds.ts';
import type { Segment } from '../partner-center/rules/catalog.ts';
import { approvedSegments } from '../partner-center/rules/qualification.ts';
import { writeAuditRecord } from './auditRecords.ts';
import { createdResponse, type Handler, okResponse, parseBody } from './apiRequest.ts';
import { requireCustomer } from './customerHandlers.ts';
import { apiError } from './apiError.ts';
import type { SimulatedCustomer } from './state.ts';

/** Validation code accepted for a government customer (the documentation's example). */
const validationCode = '123456';

const qualificationBody = z.discriminatedUnion('qualification', [
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
export const listQualifications: Handler = (request) => okResponse(requireCustomer(request).qualifications);

/**
 * POST customers/{id}/qualifications: in review until a control request decides; a state-owned entity is not vetted.
 */
export const addQualification: Handler = (request) => {
  const customer = requireCustomer(request);
  if (!cloud(request.partner.cloud).qualification) throw apiError('600006');
  const { qualification } = parseBody(request.body, qualificationBody);
  const others = customer.qualifications.filter((one) => one.qualification !== qualification);
  const present = customer.qualifications.find((one) => one.qualification === qualification);
  // A denied qualification may be requested again (sell-to-education-customers).
  if (present !== undefined && present.vettingStatus !== 'Denied')
    throw apiError('3000', { data: ['property_name: qualification'] });
  const date = request.now().toISOString();
  const vetted = qualification !== 'StateOwnedEntity';
  const entry = { qualification, ...(vetted ? { vettingStatus: 'InReview' as const, vettingCreatedDate: date } : {}) };
  request.state.customers.set(customer.id, { ...customer, qualifications: [...others, entry] });
  writeAuditRecord(request, customer, {
    resourceType: 'customer',
    operationType: 'update_customer_qualification',
    value: entry,
  });
  // The answer of POST and the list name the date differently.
  return createdResponse({ qualification, ...(vetted ? { vettingStatus: 'InReview', vettingCreateDate: date } : {}) });
};

/** GET customers/all/validations: the codes of government customers. */
export const listValidations: Handler = ({ partner }) =>
  okResponse([
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
export const getValidationStatus: Handler = (request) => {
  const { id, validationStatus, created: at } = requireCustomer(request);
  if (request.query.get('type') !== 'account') throw apiError('3000', { data: ['property_name: type'] });
  if (validationStatus === 'none') throw apiError('600074', { fill: [id] });
  return okResponse({ type: 'account', status: validationStatus, lastUpdateDateTime: at.slice(0, 19) });
};
