import { type CloudId, cloudIds } from '../../model/clouds.ts';

export { type CloudId, cloudIds };

/** Features of a cloud's Partner Center (developer/developing-for-partner-center-for-microsoft-national-cloud). */
export interface Cloud {
  readonly id: CloudId;
  /** Fixed end of every customer's primary domain, with its leading dot. */
  readonly suffix: string;
  /** Customers must have accepted the Microsoft Customer Agreement. */
  readonly agreement: boolean;
  /** URL where a customer's global administrator accepts it (customers, confirm-customer-agreement). */
  readonly acceptancePage?: string;
  readonly resellers: boolean;
  /** Education and Government Community Cloud qualification. */
  readonly qualification: boolean;
  /**
   * Microsoft reviews customers' accounts and gives the state of the review; not documented for the national clouds.
   */
  readonly accountReview: boolean;
  /**
   * Administrator rights are granular (GDAP): a default relationship can be granted or refused at creation, and since
   * 2023-10-09 an invitation asks for none (gdap-faq).
   */
  readonly gdap: boolean;
  /**
   * Reason why a partner cannot invite existing customers (request-a-relationship-with-a-customer): a customer has one
   * partner only, as in US Government, or the cloud is closed. Undefined where it can.
   */
  readonly noInvitation: 'onePartnerOnly' | 'closed' | undefined;
  /** An indirect reseller invites, too; in 21Vianet its provider does so for it. */
  readonly resellersInvite: boolean;
  /** Reason why nobody can add customers there; undefined where partners can. */
  readonly noNewCustomers: 'germanyClosed' | undefined;
  /**
   * Page of the cloud's Microsoft 365 admin center, where a new customer's administrator begins; undefined where the cloud
   * has no new customers.
   */
  readonly adminCenter: string | undefined;
  /**
   * Page on which a partner signs in to the cloud's Partner Center. No address of one customer's page is documented, so
   * there is none with its tenant id; undefined where the page is not documented.
   */
  readonly partnerCenterPage: string | undefined;
  /** A partner's program may set the password of a customer's user. */
  readonly passwordReset: boolean;
  /** Company that operates the cloud and its Microsoft 365 admin center, where customers accept invitations. */
  readonly operator: 'microsoft' | '21vianet';
  /**
   * Days that the data of a suspended legacy subscription is kept (suspend-a-subscription, and the page of that name in
   * partner-china).
   */
  readonly dataRetentionDays: number;
  /** Programs may read Partner Center's activity log (get-a-record-of-partner-center-activity-by-user). */
  readonly activityLog: boolean;
  /** Country whose offers are recorded in partner-center/data; undefined where no offers of the cloud are. */
  readonly recordedOffersOf: string | undefined;
}

const clouds: Readonly<Record<CloudId, Cloud>> = {
  global: {
    id: 'global',
    suffix: '.onmicrosoft.com',
    agreement: true,
    acceptancePage: 'https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement',
    resellers: true,
    qualification: true,
    accountReview: true,
    gdap: true,
    noInvitation: undefined,
    resellersInvite: true,
    noNewCustomers: undefined,
    adminCenter: 'https://admin.microsoft.com/',
    partnerCenterPage: 'https://partner.microsoft.com/dashboard/home',
    passwordReset: true,
    operator: 'microsoft',
    dataRetentionDays: 90,
    activityLog: true,
    recordedOffersOf: 'US',
  },
  usGovernment: {
    id: 'usGovernment',
    suffix: '.onmicrosoft.us',
    agreement: false,
    resellers: false,
    qualification: false,
    accountReview: false,
    gdap: false,
    noInvitation: 'onePartnerOnly',
    resellersInvite: false,
    noNewCustomers: undefined,
    adminCenter: 'https://portal.office365.us/',
    partnerCenterPage: 'https://partner.microsoft.com/dashboard/home',
    passwordReset: false,
    operator: 'microsoft',
    dataRetentionDays: 90,
    activityLog: true,
    recordedOffersOf: undefined,
  },
  // Closed to new customers on 2021-10-29; existing records can still be read.
  germany: {
    id: 'germany',
    suffix: '.onmicrosoft.de',
    agreement: false,
    resellers: false,
    qualification: false,
    accountReview: false,
    gdap: false,
    noInvitation: 'closed',
    resellersInvite: false,
    noNewCustomers: 'germanyClosed',
    adminCenter: undefined,
    partnerCenterPage: undefined,
    passwordReset: false,
    operator: 'microsoft',
    dataRetentionDays: 90,
    activityLog: true,
    recordedOffersOf: undefined,
  },
  china: {
    id: 'china',
    suffix: '.partner.onmschina.cn',
    agreement: false,
    resellers: true,
    qualification: false,
    accountReview: false,
    gdap: false,
    noInvitation: undefined,
    resellersInvite: false,
    noNewCustomers: undefined,
    adminCenter: 'https://portal.partner.microsoftonline.cn/',
    partnerCenterPage: 'https://partner.partnercenter.microsoftonline.cn/',
    passwordReset: false,
    operator: '21vianet',
    dataRetentionDays: 60,
    activityLog: false,
    recordedOffersOf: undefined,
  },
};

/** The cloud of that id. */
export const cloud = (id: CloudId): Cloud => clouds[id];
