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
  /** A default granular delegated admin relationship can be granted or refused at creation. */
  readonly gdap: boolean;
  /**
   * Reason why a partner cannot invite existing customers (request-a-relationship-with-a-customer): a customer in US
   * Government has one partner only, and Germany is closed. Undefined where it can.
   */
  readonly noInvitation: 'usGovernment' | 'germany' | undefined;
  /** An indirect reseller invites, too; in 21Vianet its provider does so for it. */
  readonly resellersInvite: boolean;
  readonly newCustomers: boolean;
  /** A partner's program may set the password of a customer's user. */
  readonly passwordReset: boolean;
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
    newCustomers: true,
    passwordReset: true,
  },
  usGovernment: {
    id: 'usGovernment',
    suffix: '.onmicrosoft.us',
    agreement: false,
    resellers: false,
    qualification: false,
    accountReview: false,
    gdap: false,
    noInvitation: 'usGovernment',
    resellersInvite: false,
    newCustomers: true,
    passwordReset: false,
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
    noInvitation: 'germany',
    resellersInvite: false,
    newCustomers: false,
    passwordReset: false,
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
    newCustomers: true,
    passwordReset: false,
  },
};

/** The cloud of that id. */
export const cloud = (id: CloudId): Cloud => clouds[id];
