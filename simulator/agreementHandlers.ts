import * as z from 'zod';
import { cloud } from '../partner-center/rules/clouds.ts';
import {
  type ApiRequest,
  createdResponse,
  type Handler,
  listBody,
  okResponse,
  parseBody,
  pathParam,
} from './apiRequest.ts';
import { apiError, ApiError } from './apiError.ts';
import { agreementRecord, type SimulatedCustomer, type SimulatorState } from './state.ts';
import { isAcceptanceTooOld } from '../partner-center/rules/agreement.ts';
import { personFault } from '../partner-center/rules/customerRules.ts';
import { dataFile } from '../partner-center/data/dataFile.ts';
import { writeAuditRecord } from './auditRecords.ts';
import { requireCustomer } from './customerHandlers.ts';

// No public copy of the page names the e-mail and phone fields, so any field with such a name is accepted.
const attestationBody = z
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

/** POST attestations/enhanced, with an app-only token: returns the id of an acceptance page for the customer. */
export const addAttestation: Handler = (request) => {
  const { partner, token, state } = request;
  if (!cloud(partner.cloud).agreement || token.kind !== 'app-only') throw apiError('600006');
  if (partner.type === 'indirect-reseller') throw apiError('1002');
  const { companyName } = parseBody(request.body, attestationBody);
  const id = request.newId();
  state.attestations.set(id, { id, partner: partner.tenantId, companyName, accepted: false });
  return createdResponse({ attestationId: id });
};

/** Raises ApiError when there is no such attestation of this partner, or its page was not accepted. */
const checkAttestation = ({ partner, state }: ApiRequest, id: string): void => {
  const found = state.attestations.get(id.toLowerCase());
  if (found?.partner !== partner.tenantId || !found.accepted)
    throw apiError('3000', { data: ['property_name: attestationId'] });
};

/** State of an attestation's page; `accept` accepts it, as the customer would. Raises ApiError without such a page. */
export const attestationPage = ({ attestations }: SimulatorState, id: string, accept: boolean) => {
  const found = attestations.get(id.toLowerCase());
  if (found === undefined) throw apiError('1000');
  const next = accept ? { ...found, accepted: true } : found;
  attestations.set(next.id, next);
  const { companyName, accepted } = next;
  return { id: next.id, companyName, accepted };
};

const currentAgreement = dataFile(
  'agreement',
  z.object({ templateId: z.string(), type: z.string(), link: z.string() }),
);

/** An agreement of the present type, recorded on that day. */
export const customerAgreementOf = (day: string) => ({
  templateId: currentAgreement().templateId,
  type: currentAgreement().type,
  dateAgreed: `${day}T00:00:00.000Z`,
});

interface Template {
  readonly templateId: string;
  readonly agreementType: string;
  readonly agreementLink: string;
}

// The retired one stays in the list and is the default, which is why a client must name the type it wants.
const templates = (): readonly Template[] => {
  const { templateId, type, link } = currentAgreement();
  return [
    { templateId, agreementType: type, agreementLink: link },
    {
      templateId: '998b88de-aa99-4388-a42c-1b3517d49490',
      agreementType: 'MicrosoftCloudAgreement',
      agreementLink: 'https://docs.microsoft.com/partner-center/agreements',
    },
  ];
};

const typeFilter = ({ query }: ApiRequest): ((type: string) => boolean) => {
  const asked = query.get('agreementType') ?? 'MicrosoftCloudAgreement';
  return (type) => asked === '*' || type.toLowerCase() === asked.toLowerCase();
};

const checkAgreementsAllowed = ({ partner }: ApiRequest): void => {
  if (!cloud(partner.cloud).agreement) throw apiError('600006');
  if (partner.type === 'indirect-reseller') throw apiError('1002');
};

/**
 * True when a customer may buy: an agreement of the present type is recorded or signed and not too old, or the cloud
 * has none.
 */
export const hasAgreement = ({ partner }: ApiRequest, { directSigned, agreements }: SimulatedCustomer): boolean =>
  !cloud(partner.cloud).agreement ||
  directSigned ||
  agreements.some(({ type, dateAgreed }) => type === currentAgreement().type && !isAcceptanceTooOld(dateAgreed));

/** GET agreements[?agreementType]: the Cloud Agreement unless the type is named. */
export const listTemplates: Handler = (request) => {
  checkAgreementsAllowed(request);
  const fits = typeFilter(request);
  const items = templates().filter(({ agreementType }) => fits(agreementType));
  return okResponse(listBody(items.map((item) => ({ ...item, versionRank: 0 }))));
};

/** GET agreementtemplates/{id}/document?language&country. */
export const getDocument: Handler = (request) => {
  checkAgreementsAllowed(request);
  const template = templates().find(({ templateId }) => templateId === pathParam(request, 'template'));
  if (template === undefined) throw apiError('1000');
  const { agreementLink } = template;
  const [language, country] = [request.query.get('language') ?? 'en-US', request.query.get('country') ?? 'US'];
  return okResponse({ displayUri: agreementLink, downloadUri: agreementLink, language, country });
};

/** GET customers/{id}/agreements[?agreementType]. */
export const listAgreements: Handler = (request) => {
  checkAgreementsAllowed(request);
  const fits = typeFilter(request);
  const items = requireCustomer(request).agreements.filter(({ type }) => fits(type));
  const linkOf = (type: string) => templates().find(({ agreementType }) => agreementType === type)?.agreementLink;
  return okResponse({
    totalCount: items.length,
    items: items.map((item) => ({ ...item, agreementLink: linkOf(item.type) })),
  });
};

type Agreement = z.infer<typeof agreementRecord>;

const isSameAgreement = (one: Agreement, other: Agreement): boolean =>
  one.type === other.type &&
  (['firstName', 'lastName', 'email', 'phoneNumber'] as const).every(
    (field) => (one.primaryContact[field] ?? '') === (other.primaryContact[field] ?? ''),
  );

const checkedAgreement = (request: ApiRequest, asked: Agreement): Agreement => {
  const agreed = Date.parse(asked.dateAgreed);
  if (Number.isNaN(agreed) || agreed > request.now().getTime())
    throw apiError('3000', { data: ['property_name: dateAgreed'] });
  const template = templates().find(({ templateId }) => templateId === asked.templateId);
  if (template === undefined) throw apiError('3000', { data: ['property_name: templateId'] });
  const { firstName, lastName, email } = asked.primaryContact;
  if (personFault({ firstName, lastName, email }, [], request.partner.country) !== undefined)
    throw apiError('3000', { data: ['property_name: primaryContact'] });
  // The template decides: a Cloud Agreement's id records a Cloud Agreement, whatever the type says.
  return { ...asked, type: template.agreementType };
};

/** Body of POST agreements; with an attestation its template may be left out. */
const agreementBody = agreementRecord
  .omit({ templateId: true })
  .extend({ templateId: z.string().default(''), attestationId: z.string().exactOptional() });

/** The agreement to record, from an accepted attestation, or as the partner states it where it still may. */
const agreementFromBody = (request: ApiRequest): Agreement => {
  const { attestationId, ...asked } = parseBody(request.body, agreementBody);
  if (attestationId !== undefined) {
    checkAttestation(request, attestationId);
    return checkedAgreement(request, { ...asked, templateId: asked.templateId || currentAgreement().templateId });
  }
  if (request.token.kind === 'app-only') throw apiError('900329');
  // No public page documents today's answer.
  if (!request.partner.legacyAttestation) throw new ApiError(410, { description: 'This way to attest was retired.' });
  return checkedAgreement(request, asked);
};

/**
 * POST customers/{id}/agreements: who accepted and when, or the attestation whose page was accepted; the same signer again
 * is 600061.
 */
export const confirmAgreement: Handler = (request) => {
  checkAgreementsAllowed(request);
  const customer = requireCustomer(request);
  const accepted = agreementFromBody(request);
  if (customer.agreements.some((one) => isSameAgreement(one, accepted))) throw apiError('600061');
  request.state.customers.set(customer.id, { ...customer, agreements: [...customer.agreements, accepted] });
  writeAuditRecord(request, customer, {
    resourceType: 'agreement',
    operationType: 'create_agreement',
    value: accepted,
  });
  return createdResponse({ userId: customer.adminId, ...accepted });
};

/** GET customers/{id}/directSignedMicrosoftCustomerAgreementStatus. */
export const getDirectSignStatus: Handler = (request) => {
  checkAgreementsAllowed(request);
  return okResponse({ isSigned: requireCustomer(request).directSigned });
};
