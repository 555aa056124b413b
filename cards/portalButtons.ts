import type { IOpenUrlAction } from '@microsoft/teams.cards';
import type { Words } from '../locales/words.ts';
import { type CloudId, cloud } from '../partner-center/rules/clouds.ts';

/** Buttons that open the cloud's Partner Center and admin center; none for a page that is not documented. */
export function portalButtons(id: CloudId, { t }: Words): IOpenUrlAction[] {
  const { partnerCenterPage, adminCenter } = cloud(id);
  return [
    ...(partnerCenterPage === undefined ? [] : [pageButton(t('button.openPartnerCenter'), partnerCenterPage)]),
    ...(adminCenter === undefined ? [] : [pageButton(t('button.openAdminCenter'), adminCenter)]),
  ];
}

const pageButton = (title: string, url: string): IOpenUrlAction => ({ type: 'Action.OpenUrl', title, url });
