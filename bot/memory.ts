import { randomUUID } from 'node:crypto';
import { recordDirectory } from '../dialogs/customers/directory.ts';
import { listedDirectory } from '../dialogs/customers/listedDirectory.ts';
import type { Partner } from '../partner-center/partner.ts';
import { auditTrail } from '../storage/audit.ts';
import { changes } from '../storage/changes.ts';
import { claims } from '../storage/claims.ts';
import { customers } from '../storage/customers.ts';
import { imports } from '../storage/imports.ts';
import { jobs } from '../storage/jobs.ts';
import { people } from '../storage/people.ts';
import { oncePerPartner, type Start } from './foundation.ts';
import { createTurns } from './turn/turns.ts';

/** What is remembered, in its collections. */
export function memoryOf({ documents, closing, listOf, keptSubscriptionsOf, partnerCenterOf }: Start) {
  const everyone = people(documents);
  const records = customers(documents, { closing: closing.signal });
  return {
    people: everyone,
    turns: createTurns(everyone),
    customers: records,
    directoryOf: oncePerPartner((partner) => {
      const list = listOf(partner);
      const { tenantId } = partner;
      if (list === undefined) return recordDirectory(records, tenantId);
      return listedDirectory({ partner: tenantId, customers: records, list, partnerCenter: partnerCenterOf(partner) });
    }),
    keptSubscriptionsOf,
    jobs: jobs(documents),
    changes: changes(documents),
    claims: claims(documents),
    imports: imports(documents),
    audit: auditTrail(documents, randomUUID),
    forgetSetAside: ({ tenantId }: Partner, texts: readonly string[]) => documents.forgetSetAsideOf(tenantId, texts),
  };
}

/** Those collections, and what reads and writes them. */
export type Memory = ReturnType<typeof memoryOf>;
