import * as z from 'zod';
import { type ApiRequest, type ApiResponse, attributes, okResponse, pageBody, parseBody } from './apiRequest.ts';
import { apiError } from './apiError.ts';
import type { SimulatedCustomer } from './state.ts';
import { dayMs } from '../lib/durations.ts';

/** An operation in the terms of the activity log (developer/auditing-resources). */
interface AuditedOperation {
  readonly resourceType: string;
  readonly operationType: string;
  /** Value written to `resourceNewValue` as JSON within JSON; never with a password. */
  readonly value: unknown;
  readonly data?: Readonly<Record<string, string>>;
}

/** Adds a record to the activity log. */
export const writeAuditRecord = (request: ApiRequest, customer: SimulatedCustomer, deed: AuditedOperation): void => {
  const { partner, token, state } = request;
  const operation = deed.operationType.replaceAll('_', '');
  state.audit.push({
    id: `${partner.tenantId}_${customer.id}_${operation}_${state.audit.length + 1}`,
    partnerId: partner.tenantId,
    customerId: customer.id,
    customerName: customer.companyName,
    userPrincipalName: token.kind === 'app+user' ? `admin@${partner.domains[0] ?? 'simulated.example'}` : '',
    applicationId: token.clientId,
    resourceType: deed.resourceType,
    resourceNewValue: JSON.stringify(deed.value),
    operationType: deed.operationType,
    originalCorrelationId: request.headers['ms-correlationid'] ?? '',
    operationDate: request.now().toISOString(),
    operationStatus: 'succeeded',
    customizedData: Object.entries(deed.data ?? {}).map(([key, value]) => ({ key, value })),
  });
};

const filterSchema = z.object({
  field: z.enum(['CompanyName', 'CustomerId', 'ResourceType']),
  value: z.string(),
  operator: z.enum(['substring', 'equals']),
});

const filterFields = { CompanyName: 'customerName', CustomerId: 'customerId', ResourceType: 'resourceType' } as const;

const longestPeriod = 90 * dayMs;

const dayOf = (request: ApiRequest, name: string): number => {
  const date = Date.parse(request.query.get(name) ?? '');
  if (Number.isNaN(date)) throw apiError('3000', { data: [`property_name: ${name}`] });
  return date - (date % dayMs);
};

/** GET auditrecords?startDate[&endDate][&filter]: whole days in UTC, no more than 90 days back, newest first. */
export const listAudit = (request: ApiRequest): ApiResponse => {
  const from = dayOf(request, 'startDate');
  const to = request.query.has('endDate') ? dayOf(request, 'endDate') : request.now().getTime();
  if (request.now().getTime() - from > longestPeriod + dayMs)
    throw apiError('3000', { data: ['property_name: startDate'] });
  const page = pageBody(request, '/auditrecords', (asked) => {
    const filter = asked === undefined ? undefined : parseBody(asked, filterSchema);
    const fits = (text: string): boolean =>
      filter === undefined ||
      (filter.operator === 'equals'
        ? text.toLowerCase() === filter.value.toLowerCase()
        : text.toLowerCase().includes(filter.value.toLowerCase()));
    return request.state.audit
      .filter(({ partnerId, operationDate }) => {
        const at = Date.parse(operationDate);
        return partnerId === request.partner.tenantId && at >= from && at < to - (to % dayMs) + dayMs;
      })
      .filter((line) => fits(filter === undefined ? '' : line[filterFields[filter.field]]))
      .map((line) => ({ ...line, participants: [line.partnerId], attributes: attributes('AuditRecord') }))
      .toReversed();
  });
  return okResponse(page);
};
