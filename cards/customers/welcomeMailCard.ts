import type { Words } from '../../locales/words.ts';
import type { Customer } from '../../model/customer.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { button, type Card } from '../elements.ts';
import { type MailLink, mailto } from '../invitationCard.ts';
import { customerMailCard, type CustomerMailView } from './customerMailCard.ts';

/** Content of the mail with a new customer's first steps. Its password is never in it. */
export interface WelcomeMailData {
  readonly partner: Pick<Partner, 'name'>;
  /** The customer's company; empty where it is not said. */
  readonly company: string;
  /** The customer's e-mail address; empty where it is not said. */
  readonly to: string;
  readonly domain: string;
  /** Account of the tenant's first administrator. */
  readonly account: string;
  /** Page where the administrator signs in. */
  readonly page: string;
}

/** Text of the mail with a new customer's first steps. `words` are in the customer's language. */
export function welcomeMailText({ partner, company, domain, account, page }: WelcomeMailData, { t }: Words): string {
  return [
    company === '' ? t('invite.greeting') : t('invite.greetingCompany', { company }),
    t('welcome.mail', { partner: partner.name, domain, account, link: page }),
    t('acceptance.thanks'),
  ].join('\n\n');
}

/** The mail as a link: whole, or shortened to account and page. Undefined where both are too long for mail programs. */
export const welcomeMailLink = (about: WelcomeMailData, words: Words): MailLink | undefined =>
  mailto({
    to: about.to,
    subject: words.t('welcome.subject', { partner: about.partner.name }),
    whole: welcomeMailText(about, words),
    short: words.t('welcome.mailShort', { account: about.account, link: about.page }),
  });

/** Card with the mail of a new customer's first steps, to be copied or opened in a mail program. */
export function welcomeMailCard(view: CustomerMailView): Card {
  const { t } = view.words;
  return customerMailCard(view, {
    title: t('button.welcomeText'),
    intro: t('welcome.intro'),
    update: { verb: 'welcomeText', argument: view.ref },
    plain: { verb: 'welcomePlain', argument: view.ref },
  });
}

/** True for a customer that was added here, in a cloud whose administrators have a page to begin on. */
export const hasWelcomeMail = ({
  existing,
  cloud: id,
  stages,
}: Pick<Customer, 'existing' | 'cloud' | 'stages'>): boolean =>
  existing !== true && stages.customer.state === 'done' && cloud(id).adminCenter !== undefined;

/** Button that shows the mail of a new customer's first steps. */
export const welcomeMailButton = ({ words, ref }: Pick<CustomerMailView, 'words' | 'ref'>) =>
  button(words.t('button.welcomeText'), { verb: 'welcomeText', argument: ref });
