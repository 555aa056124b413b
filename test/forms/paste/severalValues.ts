/** A line with several values in it, of a text with a company, a person and a mail address; and what the line gives. */
export type LineOfSeveral = readonly [home: string, line: string, values: Readonly<Record<string, string>>];

const haidian = { addressLine1: '海淀区中关村大街1号8层', city: '北京市', state: '北京市' };
const xinyi = { addressLine1: '松仁路9號3樓', city: '信義區', state: '台北市' };
const perm = { addressLine1: 'ул. Ленина, д. 8', city: 'Пермь', postalCode: '614000' };
const denver = { addressLine1: '88 Pine Road', city: 'Denver', state: 'CO', postalCode: '80205' };

/** Lines whose label names an address and a number, with what is the phone’s. */
export const labelsOfSeveral: readonly LineOfSeveral[] = [
  ['CN', '地址、电话：北京市海淀区中关村大街1号8层 010-82886688', { ...haidian, phoneNumber: '+861082886688' }],
  ['CN', '地址及电话：北京市海淀区中关村大街1号8层010-82886688', { ...haidian, phoneNumber: '+861082886688' }],
  ['CN', '公司地址/电话：北京市海淀区中关村大街1号8层，010 82886688', { ...haidian, phoneNumber: '+861082886688' }],
  ['CN', '地址电话\t北京市海淀区中关村大街1号8层 010-82886688', { ...haidian, phoneNumber: '+861082886688' }],
  ['CN', '电话、地址：010-82886688 北京市海淀区中关村大街1号8层', { ...haidian, phoneNumber: '+861082886688' }],
  ['CN', '地址、电话：北京市海淀区中关村大街1号8层', haidian],
  ['CN', '开户行及账号：示例银行海淀支行 6222020200001234567', {}],
  ['CN', '联系人及电话：李芳 13912345678', { firstName: '芳', lastName: '李', phoneNumber: '+8613912345678' }],
  ['TW', '地址、電話：台北市信義區松仁路9號3樓 02-2765-4321', { ...xinyi, phoneNumber: '+886227654321' }],
  ['TW', '地址：台北市信義區松仁路9號3樓, 電話：02-2765-4321', { ...xinyi, phoneNumber: '+886227654321' }],
  [
    'RU',
    'Адрес, телефон: 614000, г. Пермь, ул. Ленина, д. 8, +7 342 212-34-56',
    { ...perm, organizationPhone: '+73422123456' },
  ],
  [
    'RU',
    'Адрес и телефон: 614000, г. Пермь, ул. Ленина, д. 8, 8 (342) 212-34-56',
    { ...perm, organizationPhone: '+73422123456' },
  ],
  [
    'US',
    'Address / Phone: 88 Pine Road, Denver, CO 80205 / (303) 555-0142',
    { ...denver, phoneNumber: '+13035550142' },
  ],
  ['US', 'Address & Phone: 88 Pine Road, Denver, CO 80205 303-555-0142', { ...denver, phoneNumber: '+13035550142' }],
  ['US', 'Address / Phone: 88 Pine Road, Denver, CO 80205-1234', { ...denver, postalCode: '80205-1234' }],
];

const paix = { city: 'Paris', postalCode: '75002' };

/** Lines of a street whose house number stands apart from it. */
export const houseNumbers: readonly LineOfSeveral[] = [
  ['FR', '12 bis, rue de la Paix, 75002 Paris', { ...paix, addressLine1: '12 bis, rue de la Paix' }],
  ['FR', '12, rue de la Paix, 75002 Paris', { ...paix, addressLine1: '12, rue de la Paix' }],
  [
    'FR',
    '7 ter, avenue Foch, Bâtiment C, 75002 Paris',
    { ...paix, addressLine1: '7 ter, avenue Foch', addressLine2: 'Bâtiment C' },
  ],
  [
    'FR',
    'Résidence des Lilas, 3 bis, rue du Port, 75002 Paris',
    { ...paix, addressLine1: 'Résidence des Lilas', addressLine2: '3 bis, rue du Port' },
  ],
  [
    'ES',
    'Calle Mayor, 5, 2º B, 28013 Madrid',
    { addressLine1: 'Calle Mayor, 5', addressLine2: '2º B', city: 'Madrid', postalCode: '28013' },
  ],
  [
    'IT',
    'Via Garibaldi, 12/A, 20121 Milano',
    { addressLine1: 'Via Garibaldi, 12/A', city: 'Milano', postalCode: '20121' },
  ],
];

/** Lines of a company with a job before it, or its address behind it, and the name it is to give. */
export const companyLines: readonly (readonly [home: string, line: string, name: string, values?: LineOfSeveral[2]])[] =
  [
    ['US', 'COO, Graphic Design Institute, LLC', 'Graphic Design Institute, LLC'],
    ['US', 'Director – Proseware, Inc.', 'Proseware, Inc.'],
    ['US', 'Sales Manager at Litware, Inc.', 'Litware, Inc.'],
    ['DE', 'Leiterin Einkauf, Nordlicht GmbH', 'Nordlicht GmbH'],
    ['FR', 'Directrice, Atelier du Lac, SAS', 'Atelier du Lac, SAS'],
    ['US', 'Office Services, Inc.', 'Office Services, Inc.'],
    ['US', 'Proseware, Inc., Denver Office', 'Proseware, Inc.'],
    ['DE', 'Nordlicht GmbH – Abteilung Einkauf', 'Nordlicht GmbH'],
    ['US', 'GRAPHIC DESIGN INSTITUTE, LLC — 88 Pine Road, Denver, CO 80205', 'GRAPHIC DESIGN INSTITUTE, LLC', denver],
    ['US', 'Proseware, Inc., 88 Pine Road, Denver, CO 80205', 'Proseware, Inc.', denver],
    [
      'DE',
      'Nordlicht GmbH - Hafenstraße 12, 24103 Kiel',
      'Nordlicht GmbH',
      { addressLine1: 'Hafenstraße 12', city: 'Kiel', postalCode: '24103' },
    ],
    ['RU', 'ООО «Незабудка», 614000, г. Пермь, ул. Ленина, д. 8', 'ООО «Незабудка»', perm],
    ['CN', '示例科技有限公司 北京市海淀区中关村大街1号8层', '示例科技有限公司', haidian],
    ['TW', '範例股份有限公司，台北市信義區松仁路9號3樓', '範例股份有限公司', xinyi],
  ];
