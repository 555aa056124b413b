import * as z from 'zod';
import { attributes } from './answer.ts';
import { type Answer, type Call, ok, parseBody } from './call.ts';
import { pageOf } from './pages.ts';
import { refusal } from './refusal.ts';
import type { SimulatedCustomer } from './world.ts';

/** What was done, in the words of the activity log (developer/auditing-resources). */
export interface Deed {
  readonly resourceType: string;
  readonly operationType: string;
  /** Becomes `resourceNewValue`, JSON within JSON; never with a password. */
  readonly value: unknown;
  readonly data?: Readonly<Record<string, string>>;
}

/** Adds a line to the activity log. */
export const record = (call: Call, customer: SimulatedCustomer, deed: Deed): void => {
  const { partner, token, world } = call;
  const operation = deed.operationType.replaceAll('_', '');
  world.audit.push({
    id: `${partner.tenantId}_${customer.id}_${operation}_${world.audit.length + 1}`,
    partnerId: partner.tenantId,
    customerId: customer.id,
    customerName: customer.companyName,
    userPrincipalName: token.kind === 'app+user' ? `admin@${partner.domains[0] ?? 'simulated.example'}` : '',
    applicationId: token.clientId,
    resourceType: deed.resourceType,
    resourceNewValue: JSON.stringify(deed.value),
    operationType: deed.operationType,
    originalCorrelationId: call.headers['ms-correlationid'] ?? '',
    operationDate: call.now().toISOString(),
    operationStatus: 'succeeded',
    customizedData: Object.entries(deed.data ?? {}).map(([key, value]) => ({ key, value })),
  });
};

const filterSchema = z.object({
  field: z.enum(['CompanyName', 'CustomerId', 'ResourceType']),
  value: z.string(),
  operator: z.enum(['substring', 'equals']),
});

const fields = { CompanyName: 'customerName', CustomerId: 'customerId', ResourceType: 'resourceType' } as const;

const day = 86_400_000;
const longest = 90 * day;

const dayOf = (call: Call, name: string): number => {
  const date = Date.parse(call.query.get(name) ?? '');
  if (Number.isNaN(date)) throw refusal('3000', { data: [`property_name: ${name}`] });
  return date - (date % day);
};

/** GET auditrecords?startDate[&endDate][&filter]: whole days in UTC, no more than 90 days back, newest first. */
export const listAudit = (call: Call): Answer => {
  const from = dayOf(call, 'startDate');
  const to = call.query.has('endDate') ? dayOf(call, 'endDate') : call.now().getTime();
  if (call.now().getTime() - from > longest + day) throw refusal('3000', { data: ['property_name: startDate'] });
  const page = pageOf(call, '/auditrecords', (asked) => {
    const filter = asked === undefined ? undefined : parseBody(asked, filterSchema);
    const fits = (text: string): boolean =>
      filter === undefined ||
      (filter.operator === 'equals'
        ? text.toLowerCase() === filter.value.toLowerCase()
        : text.toLowerCase().includes(filter.value.toLowerCase()));
    return call.world.audit
      .filter(({ partnerId, operationDate }) => {
        const at = Date.parse(operationDate);
        return partnerId === call.partner.tenantId && at >= from && at < to - (to % day) + day;
      })
      .filter((line) => fits(filter === undefined ? '' : line[fields[filter.field]]))
      .map((line) => ({ ...line, participants: [line.partnerId], attributes: attributes('AuditRecord') }))
      .toReversed();
  });
  return ok(page);
};
