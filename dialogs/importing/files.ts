import { planWords } from '../../cards/cartCard.ts';
import { alternatives, columnLabel, columnsFor, isReason, type ColumnName } from '../../forms/importing/columns.ts';
import { headerOf } from '../../forms/importing/header.ts';
import { searchOffers } from '../../partner-center/catalogue.ts';
import { cloud } from '../../partner-center/clouds.ts';
import { PartnerCenterError } from '../../partner-center/partnerCenter.ts';
import { chunksOf, type ImportRow } from '../../storage/importRows.ts';
import type { ImportHead } from '../../storage/imports.ts';
import type { FileRequest, ProducedFile, Tell } from '../files/files.ts';
import { formatNamed } from '../files/tableFormat.ts';
import { refusal } from '../rights.ts';
import type { Turn } from '../turn.ts';
import { faultWords } from './rowWords.ts';

/** Rows of the template that keep what is typed as it is: a postal code its zeros, a phone number its plus. */
const room = 200;

/** An empty file with the columns this partner needs, and an example of each kind of row, which is left out when it is sent. */
export async function templateFile(turn: Turn, { format }: FileRequest): Promise<ProducedFile> {
  const { words, partner, partnerCenter } = turn;
  const { agreementWay } = partnerCenter;
  const resellers = await partnerCenter.resellers();
  const names = columnsFor({ cloud: cloud(partner.cloud), agreementWay, resellers });
  const example = await newExample(turn);
  const examples = [...(refusal(partner) === undefined ? [example] : []), existingExample(turn)];
  const rows = examples.map((row) => names.map((name) => row[name] ?? ''));
  const header = names.map((name) => columnLabel(name, words));
  // A day stays one of the spreadsheet's own, which nobody reads as a month.
  const freeColumns = [names.indexOf('dateAccepted'), names.indexOf('quantity')];
  return {
    name: words.t('import.templateName'),
    format: formatNamed(format, words.locale, partner.country),
    rows: [header, ...rows],
    room: { rows: room, freeColumns },
  };
}

type Example = Readonly<Partial<Record<ColumnName, string>>>;

/** A row that begins with # is no customer. */
const remark = (text: string): string => `# ${alternatives(text)[0] ?? text}`;

async function newExample(turn: Turn): Promise<Example> {
  const { words, partner, partnerCenter, today } = turn;
  const { t } = words;
  const [companyName = '', addressLine1 = '', city = '', firstName = '', lastName = ''] = alternatives(
    t('import.example'),
  );
  const rules = await partnerCenter.countryRules(partner.country);
  const [reseller] = await partnerCenter.resellers();
  return {
    kind: remark(t('cell.new')),
    companyName,
    domain: 'contoso',
    country: partner.country,
    addressLine1,
    city,
    // Beijing lies in Beijing; other examples are in no state that we know.
    state: rules.states.find((state) => state.startsWith(city)) ?? rules.states[0] ?? '',
    postalCode: rules.postalSamples?.[0] ?? '',
    registrationNumber: rules.registration?.sample ?? '',
    culture: rules.defaultCulture,
    qualification: t('qualification.none'),
    gdap: t('form.yes'),
    firstName,
    lastName,
    email: 'name@company.example',
    accepted: t('form.yes'),
    dateAccepted: today,
    reseller: reseller?.mpnId ?? '',
    ...(await orderExample(turn)),
  };
}

async function orderExample({ words, partner, partnerCenter }: Turn): Promise<Example> {
  try {
    const { offers } = await partnerCenter.offers(partner.country);
    const [offer] = searchOffers(offers, '', { segments: [], limit: 1 });
    if (offer === undefined) return {};
    return { offer: offer.name, billing: planWords(offer.plans[0], words), quantity: String(Math.max(offer.min, 1)) };
  } catch (error) {
    if (!(error instanceof PartnerCenterError)) throw error;
    return {};
  }
}

const existingExample = ({ words: { t } }: Turn): Example => ({
  kind: remark(t('cell.existing')),
  companyName: alternatives(t('import.example'))[0] ?? '',
  domain: 'company.example',
});

/** The rows of an import that were not done, as they were sent, each with the reason: to be corrected and sent again. */
export async function rowsFile(turn: Turn, request: FileRequest, tell: Tell): Promise<ProducedFile> {
  const { words, imports, partner, userId } = turn;
  const head = (await imports.heads.get(partner.tenantId, request['file'] ?? ''))?.value;
  const name = words.t('import.failedName');
  // Also asked for by an offer that a client sends back: a file of another user's is none of theirs.
  if (head?.userId !== userId) return { name, format: 'xlsx', rows: [], note: words.t('import.gone') };
  const header = headerOf(head.header);
  const columns = head.header.flatMap((cell, at) => (isReason(cell) ? [] : [at]));
  const rows: string[][] = [[...columns.map((at) => head.header[at] ?? ''), words.t('column.reason')]];
  for (const row of await rowsLeft(turn, head)) {
    rows.push([...columns.map((at) => row.cells[at] ?? ''), words.sentences(faultWords(row, header, words))]);
    tell(rows.length - 1, undefined);
  }
  // As it came, so that it is corrected and sent again in the same program.
  const { format = { delimiter: ',' } } = head;
  return { name, format, rows, ...(rows.length === 1 ? { note: words.t('import.noFile') } : {}) };
}

const notDone: readonly ImportRow['state'][] = ['faulty', 'failed', 'unfinished', 'stopped'];

async function rowsLeft({ imports, partner }: Turn, head: ImportHead): Promise<ImportRow[]> {
  const found: ImportRow[] = [];
  for (const id of chunksOf(head)) {
    const chunk = await imports.rows.get(partner.tenantId, id);
    found.push(...(chunk?.value.rows ?? []).filter(({ state }) => notDone.includes(state)));
  }
  return found;
}
