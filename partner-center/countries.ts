/** What a country asks of a customer's address and organization (GET countryvalidationrules/{country}). */
export interface CountryRules {
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly defaultCulture: string;
  /** Cultures such as en-US, the default first. */
  readonly cultures: readonly string[];
  readonly languages: readonly string[];
  /** State codes; empty when the state is free text or unused. */
  readonly states: readonly string[];
  readonly stateRequired: boolean;
  readonly cityRequired: boolean;
  readonly postalCodeRequired: boolean;
  /** Matched against the whole normalised code (NFKC, upper case, single blanks); absent: 1 to 12 printable characters. */
  readonly postalCode?: RegExp;
  /** A registration ID and the organization's phone are asked for; `types` names the usual numbers, e.g. INN, CNPJ. */
  readonly registration?: { readonly types: readonly string[]; readonly pattern?: RegExp; readonly sample?: string };
}
