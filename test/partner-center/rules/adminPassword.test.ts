import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { adminAccount, newAdminPassword } from '../../../partner-center/rules/adminPassword.ts';
import { addToys, faultOf, practice, simulated, toys } from '../alike.ts';

describe('a new admin password', () => {
  const made = Array.from({ length: 5_000 }, newAdminPassword);

  it('is one that Microsoft takes: 8 to 256 characters that can be typed, of all four kinds', () => {
    for (const password of made) {
      assert.match(password, /^[!-~]{16}$/);
      for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]) assert.match(password, kind);
    }
  });

  it('has no character that is taken for another one', () => {
    for (const password of made) assert.doesNotMatch(password, /[0O1lIi|]/);
  });

  it('is another one each time, with each character anywhere', () => {
    assert.equal(new Set(made).size, made.length);
    for (let at = 0; at < 16; at += 1)
      for (const kind of [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/])
        assert.ok(
          made.some((password) => kind.test(password.charAt(at))),
          `${String(at)} ${String(kind)}`,
        );
  });
});

describe('the name an administrator signs in with', () => {
  for (const [userName, account] of [
    [undefined, 'admin@contoso.onmicrosoft.com'],
    ['admin', 'admin@contoso.onmicrosoft.com'],
    ['admin@contoso.onmicrosoft.com', 'admin@contoso.onmicrosoft.com'],
  ] as const)
    it(`has the domain once when Partner Center names the user ${String(userName)}`, () => {
      assert.equal(adminAccount(userName, 'contoso.onmicrosoft.com'), account);
    });
});

for (const start of [practice, simulated])
  describe(`the password of a customer's administrator, ${start.name === 'practice' ? 'in practice' : 'simulated'}`, () => {
    const account = `admin@${toys.domain}`;
    const password = 'Renew456*';
    const china = 10;

    it('is set, the same twice too, however the name is written', async () => {
      const desk = await start();
      const partnerCenter = desk.as();
      const customer = await addToys(partnerCenter);
      const { management } = partnerCenter;
      const requestId = randomUUID();
      await management.resetPassword(customer, { account, password }, requestId);
      await management.resetPassword(customer, { account, password }, requestId);
      await management.resetPassword(
        customer,
        { account: account.toUpperCase(), password: newAdminPassword() },
        randomUUID(),
      );
      await desk.stop();
    });

    it('is not set of an account that is not there, nor of somebody else’s customer', async () => {
      const desk = await start();
      const partnerCenter = desk.as();
      const customer = await addToys(partnerCenter);
      const { management } = partnerCenter;
      const reset = (id: string, of: string) =>
        faultOf(management.resetPassword(id, { account: of, password }, randomUUID()));
      assert.equal(await reset(customer, `nobody@${toys.domain}`), 'no-account');
      assert.equal(await reset(randomUUID(), account), 'no-relationship 20002');
      await desk.stop();
    });

    it('is not set in a cloud where no program may', async () => {
      const desk = await start();
      const { management } = desk.as(china);
      assert.match(
        await faultOf(management.resetPassword(randomUUID(), { account, password }, randomUUID())),
        /^not-allowed/,
      );
      await desk.stop();
    });
  });
