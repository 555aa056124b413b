import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { type PlainVerb, plainPresses } from '../../dialogs/pressActions.ts';
import { type ButtonName, client, type Client, type ClientOptions } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';
import { answersIn, partnerOf, walkTo } from './walk.ts';

const partner = partnerOf(2);
const { t } = words('en');
/** Offers that every cart lists: there are two subscriptions to stop. */
const others = ['61795CAB-2ABD-43F6-88E9-C9ADAE5746E0', '796B6B5F-613C-4E24-A17C-EBA730D49C02'];

/** Questions that a button answers at once, each with the presses that lead to it from the customer's card. */
const questions: readonly {
  readonly yes: ButtonName;
  readonly way: readonly ButtonName[];
  readonly leave: ButtonName;
  /** What is typed into the card before its answer asks, and what is typed beside a yes. */
  readonly first?: Readonly<Record<string, string>>;
  readonly typed?: Readonly<Record<string, string>>;
  /** What must be done before: the presses that lead to it, and the last one with what is typed beside it. */
  readonly after?: readonly ButtonName[];
  readonly last?: readonly [yes: ButtonName, typed?: Readonly<Record<string, string>>];
}[] = [
  { yes: 'setLicenses', way: ['subscriptions', 'licenses'], first: { quantity: '50' }, leave: 'licenses' },
  { yes: 'setStatus', way: ['subscriptions', 'manage', 'suspend'], leave: 'manage' },
  { yes: 'setStatus', way: ['subscriptions', 'manage', 'cancelSubscription'], leave: 'manage' },
  { yes: 'chooseEnd cancel renew', way: ['subscriptions', 'manage', 'endOfTerm'], leave: 'customer' },
  { yes: 'setNextTerm', way: ['subscriptions', 'manage', 'nextTerm'], typed: { quantity: '3' }, leave: 'manage' },
  {
    yes: 'dropNextTerm',
    way: ['subscriptions', 'manage', 'nextTerm'],
    after: ['subscriptions', 'manage', 'nextTerm'],
    last: ['setNextTerm', { quantity: '3' }],
    leave: 'manage',
  },
  { yes: 'setPassword', way: ['customerDetails', 'newPassword'], leave: 'customer' },
  {
    yes: 'requestQualification education',
    way: ['customerDetails', 'askQualification'],
    typed: { educationSegment: 'K12', website: 'www.school.example' },
    leave: 'customer',
  },
  {
    yes: 'setStatus',
    way: ['subscriptions', 'manage', 'reactivate'],
    after: ['subscriptions', 'manage', 'suspend'],
    last: ['setStatus'],
    leave: 'manage',
  },
  {
    yes: 'stopAll',
    way: ['customerDetails', 'endRelationship', 'askStop'],
    after: ['addSubscription', ...others.map((id) => `add ${id}` as const), 'next'],
    last: ['submit'],
    leave: 'endRelationship',
  },
  {
    yes: 'removeRelationship',
    way: ['customerDetails', 'endRelationship'],
    after: ['customerDetails', 'endRelationship', 'askStop'],
    last: ['stopAll'],
    typed: { companyName: 'Alpine Ski House' },
    leave: 'customer',
  },
  { yes: 'eraseRecord', way: ['customerDetails', 'deleteRecord'], leave: 'customer' },
];

/** Answers of questions that are no customer's, each with a conversation of its own: of several orders in severalOrders. */
const elsewhere = ['discardDraft', 'dropBundle', 'stopOrders'] as const satisfies readonly PlainVerb[];

/**
 * Buttons that change something and answer no question, by the reason why an old one of them does no harm. Whatever is
 * in no list here only shows something or opens a form.
 */
const harmless = {
  'sets only how the bot talks to this user': ['setLanguage', 'morning'],
  'opens or restores a draft, which is sent by its own present card alone': [
    'continueDraft',
    'newDraft',
    'restoreDraft',
    'asDraft',
    'addSubscription',
    'chooseOffer',
    'addOns',
    'updateAccount',
    'beginAgain',
    'fillIn',
    'another',
    'orderSeveral',
  ],
  'is done once for the change, submission or import it names, which was ordered before': [
    'finishChange',
    'finish',
    'importFinish',
    'importStop',
    'changeOrder',
    'dropChange',
  ],
  'takes back the latest change only, and once': ['undo'],
  'blanks what was shown': ['done', 'passwordDone', 'credentialsStored'],
  'names the file it is about, which nobody submitted yet': [
    'importText',
    'importNew',
    'importDomains',
    'importLeaveOut',
    'importTakeIn',
    'importExisting',
    'importSubmit',
    'importDrop',
  ],
  'gives the name that is typed beside it': ['setBundleName'],
  'exists in practice mode alone, where nothing is sent': ['practiseDecision', 'practiseAcceptance'],
} as const satisfies Readonly<Record<string, readonly PlainVerb[]>>;

/** Buttons that show something, or ask. */
const shows = [
  'deleteDraft',
  'customers',
  'findCustomers',
  'customer',
  'customerDetails',
  'export',
  'exportFile',
  'subscriptions',
  'renewals',
  'chart',
  'licenses',
  'manage',
  'endOfTerm',
  'nextTerm',
  'cancelSubscription',
  'suspend',
  'reactivate',
  'askStop',
  'undoOrder',
  'undoOrders',
  'severalCustomers',
  'findSeveral',
  'endRelationship',
  'history',
  'ownChanges',
  'newPassword',
  'askQualification',
  'checkAgreement',
  'welcomeText',
  'welcomePlain',
  'agreementText',
  'agreementPlain',
  'deleteRecord',
  'unfinished',
  'agenda',
  'acceptedCustomer',
  'bundleList',
  'wish',
  'renameBundle',
  'deleteBundle',
  'inviteText',
  'invitePlain',
  'importPage',
  'importTemplate',
  'importRows',
] as const satisfies readonly PlainVerb[];

describe('a question before something is ordered, changed or deleted', () => {
  const bot = useTestBot();
  const person = (options: ClientOptions = {}): Client => client(bot(), { manner: 'teams', partner, ...options });
  /** Calls that change something. */
  const made = (): number => bot().partnerCenter.calls.filter(({ requestId }) => requestId !== undefined).length;

  it('is asked by every button that there is, but for those that show something or do no harm', () => {
    const answers = questions.map(({ yes }) => yes.split(' ')[0] ?? '');
    const known = [...answers, ...elsewhere, ...Object.values(harmless).flat(), ...shows];
    assert.deepEqual([...new Set(known)].toSorted(), Object.keys(plainPresses).toSorted());
  });

  for (const manner of ['teams', 'emulator'] as const)
    it(`that was left is asked again by its old button, and then answered: ${manner}`, async () => {
      const of = manner === 'teams' ? partner : partnerOf(1);
      const user = person({ manner, partner: of });
      const record = await withCustomer(bot(), user, { partner: of });
      const follow = async (way: readonly ButtonName[]): Promise<void> => {
        await openCustomer(user, record);
        for (const verb of way) await user.press(verb);
      };
      for (const { yes, way, leave, first, typed, after, last } of questions) {
        if (after !== undefined && last !== undefined) {
          const before = made();
          await follow(after);
          await user.press(...last);
          await user.until(() => made() > before && user.title() === t('changed.title'));
        }
        const from = made();
        await follow(way);
        if (first !== undefined) await user.press('setLicenses', first);
        const [title, old] = [user.title(), user.pressed(yes, typed)];
        await user.press(leave, {}, user.card());
        await user.say('customers');
        await user.send(old);
        const about = `${yes} ${way.join()}`;
        assert.equal(user.title(), title, about);
        assert.equal(made(), from, about);
        assert.equal((await bot().customersOf(of)).length, 1, about);
      }
      await user.press('eraseRecord');
      assert.equal((await bot().customersOf(of)).length, 0);
    });

  it('about a draft or a bundle that was left is asked again by its old button, and then answered', async () => {
    const user = person();
    await user.say('add customer');
    await walkTo(user, 'subscriptions', answersIn());
    await user.press(`add ${premium.id}`);
    await user.press('nameBundle');
    await user.press('saveBundle', { bundleName: 'Starter' });
    await user.press('bundles');
    await user.press('renameBundle');
    await user.press('deleteBundle');
    const dropBundle = user.pressed('dropBundle');
    await user.press('bundleList');
    await user.say('drafts');
    await user.press('deleteDraft');
    const discardDraft = user.pressed('discardDraft');
    await user.press('command drafts');
    await user.send(dropBundle);
    assert.equal(user.title(), t('bundle.deleteTitle'));
    await user.press('dropBundle');
    await user.send(discardDraft);
    assert.equal(user.title(), t('drafts.deleteTitle'));
    assert.ok(!user.has('restoreDraft'));
    await user.press('discardDraft');
    assert.ok(user.texts().includes(t('drafts.none')));
  });

  it('about licenses is over once another number is typed for them, in the chat or on their form', async () => {
    const user = person();
    await withCustomer(bot(), user);
    const from = made();
    const wish = async (n: number): Promise<void> => {
      await user.say(`set office 365 business premium of alpine ski house to ${String(5 + n)} licenses`);
      if (user.has('fillIn')) await user.press('fillIn', {}, user.card());
    };
    await wish(48);
    await user.press('setLicenses');
    const old = user.pressed('setLicenses');
    await wish(16);
    await user.send(old);
    assert.equal(made(), from);
    assert.ok(
      user.texts().includes(t('licenses.ask.more', { from: 5, to: 53, count: t('count.licenses', { n: 48 }) })),
      user.texts().join(),
    );
  });

  it('counts while nothing else is asked, whatever else is looked at, and not once another is', async () => {
    const user = person();
    await withCustomer(bot(), user);
    const from = bot().partnerCenter.of('changeQuantity').length;
    await user.press('subscriptions');
    await user.press('licenses');
    const card = user.card();
    await user.press('setLicenses', { quantity: '50' });
    const first = user.pressed('setLicenses');
    await user.press('setLicenses', { quantity: '60' }, card);
    await user.send(first);
    assert.equal(bot().partnerCenter.of('changeQuantity').length, from);
    await user.say('customers');
    await user.press('setLicenses');
    await user.until(() =>
      user.texts().includes(t('change.quantity', { subscription: premium.name, from: 5, to: 50, difference: '+45' })),
    );
  });
});
