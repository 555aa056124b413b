import { planWords } from '../../cards/cartCard.ts';
import {
  alternatives,
  columnLabel,
  type ColumnName,
  columnsFor,
  isReasonHeader,
  type OrderColumn,
  readHeader,
} from '../../forms/import/columns.ts';
import { searchOffers } from '../../partner-center/rules/catalog.ts';
import { cloud } from '../../partner-center/rules/clouds.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import { chunksOf, type ImportHead, type ImportRow } from '../../model/import.ts';
import type { FileRequest, ProducedFile, ReportProgress } from '../files/fileTypes.ts';
import { formatNamed } from '../files/tableFormat.ts';
import { addRefusal } from '../rights.ts';
import type { FileSource } from '../turn.ts';
import { faultWords } from './importReview.ts';

/** Template rows that keep input as text: leading zeros of a postal code, the plus of a phone number. */
const templateRows = 200;

/**
 * Template with the columns this partner needs, and an example of each kind of row, which is skipped when the file is
 * sent.
 */
export async function templateFile(source: FileSource, { format }: FileRequest): Promise<ProducedFile> {
  const { words, partner, partnerCenter } = source;
  const { agreementWay } = partnerCenter;
  const resellers = await partnerCenter.resellers();
  const names = columnsFor({ cloud: cloud(partner.cloud), agreementWay, resellers });
  const example = await newExample(source);
  const examples: Partial<Example>[] = [
    ...(addRefusal(partner) === undefined ? [example] : []),
    existingExample(source),
  ];
  const rows = examples.map((row) => names.map((name) => row[name] ?? ''));
  const header = names.map((name) => columnLabel(name, words));
  // Dates stay the spreadsheet's own, so that day and month cannot be confused.
  const freeColumns = [names.indexOf('dateAccepted'), names.indexOf('quantity')];
  return {
    name: words.t('import.templateName'),
    format: formatNamed(format, words.locale, partner.country),
    rows: [header, ...rows],
    room: { rows: templateRows, freeColumns },
  };
}

/** The cells of an example: a column left empty says so. */
type Example = Readonly<Record<ColumnName, string>>;

/** Text of a comment row: rows that begin with # are skipped. */
const remark = (text: string): string => `# ${alternatives(text)[0] ?? text}`;

async function newExample(source: FileSource): Promise<Example> {
  const { words, partner, partnerCenter, today } = source;
  const { t } = words;
  const [companyName = '', addressLine1 = '', city = '', firstName = '', lastName = '', state = ''] = alternatives(
    t('import.example'),
  );
  const rules = await partnerCenter.countryRules(partner.country);
  const [reseller] = await partnerCenter.resellers();
  return {
    kind: remark(t('cell.new')),
    companyName,
    domain: 'contoso',
    microsoftId: '',
    relationship: '',
    country: partner.country,
    addressLine1,
    addressLine2: '',
    city,
    // The city of Beijing is in the state of Beijing; another country's example has no matching state.
    state: rules.states.find((one) => one === state || one.startsWith(city)) ?? rules.states[0] ?? '',
    postalCode: rules.postalSamples?.[0] ?? '',
    registrationNumber: rules.registration?.sample ?? '',
    organizationPhone: '',
    culture: rules.defaultCulture,
    qualification: t('qualification.none'),
    educationSegment: '',
    website: '',
    validationCode: '',
    gdap: t('form.yes'),
    firstName,
    lastName,
    email: 'name@company.example',
    phoneNumber: '',
    accepted: t('form.yes'),
    dateAccepted: today,
    signerFirstName: '',
    signerLastName: '',
    signerEmail: '',
    signerPhoneNumber: '',
    reseller: reseller?.mpnId ?? '',
    ...(await orderExample(source)),
  };
}

async function orderExample({ words, partner, partnerCenter }: FileSource): Promise<Pick<Example, OrderColumn>> {
  const none = { offer: '', billing: '', quantity: '' };
  try {
    const { offers } = await partnerCenter.offers(partner.country);
    const [offer] = searchOffers(offers, '', { segments: [], limit: 1 });
    if (offer === undefined) return none;
    return { offer: offer.name, billing: planWords(offer.plans[0], words), quantity: String(Math.max(offer.min, 1)) };
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    return none;
  }
}

const existingExample = ({ words: { t } }: FileSource): Partial<Example> => ({
  kind: remark(t('cell.existing')),
  companyName: alternatives(t('import.example'))[0] ?? '',
  domain: 'company.example',
});

/** File of the rows that were not done, as they were sent, each with the reason, to be corrected and sent again. */
export async function rowsFile(source: FileSource, request: FileRequest, tell: ReportProgress): Promise<ProducedFile> {
  const { words, imports, partner, userId } = source;
  const head = (await imports.heads.get(partner.tenantId, request['file'] ?? ''))?.value;
  const name = words.t('import.failedName');
  // A client may send back another user's offer: that file is not given.
  if (head?.userId !== userId) return { name, format: 'xlsx', rows: [], note: words.t('import.gone') };
  const header = readHeader(head.header);
  const columns = head.header.flatMap((cell, at) => (isReasonHeader(cell) ? [] : [at]));
  const rows: string[][] = [[...columns.map((at) => head.header[at] ?? ''), words.t('column.reason')]];
  for (const row of await unfinishedRows(source, head)) {
    rows.push([...columns.map((at) => row.cells[at] ?? ''), words.sentences(faultWords(row, header, words))]);
    tell(rows.length - 1, undefined);
  }
  // In the original format, so that it is corrected in the same program.
  const { format = { delimiter: ',' } } = head;
  return { name, format, rows, ...(rows.length === 1 ? { note: words.t('import.noFile') } : {}) };
}

const unfinishedStates: readonly ImportRow['state'][] = ['faulty', 'failed', 'unfinished', 'stopped'];

async function unfinishedRows({ imports, partner }: FileSource, head: ImportHead): Promise<ImportRow[]> {
  const found: ImportRow[] = [];
  for (const id of chunksOf(head)) {
    const chunk = await imports.rows.get(partner.tenantId, id);
    found.push(...(chunk?.value.rows ?? []).filter(({ state }) => unfinishedStates.includes(state)));
  }
  return found;
}
