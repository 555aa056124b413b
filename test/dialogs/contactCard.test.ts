import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { partnerOf } from '../conversations/walk.ts';
import { cardSamples } from '../forms/paste/cards.ts';
import { openDesk, userId } from './desk.ts';

const { t } = words('en');

describe('a file with a contact card', () => {
  const [card] = cardSamples;
  const text = card?.text ?? '';

  for (const manner of ['emulator', 'teams'] as const)
    it(`becomes a draft (${manner})`, async () => {
      const desk = openDesk(partnerOf(15));
      await desk.sendFile('Lena Vogt.vcf', Buffer.from(text), manner);
      assert.ok(desk.said.includes(t('paste.notice')), desk.said);
      const [draft] = desk.person.drafts;
      assert.equal(draft?.typed['company']?.['companyName'], card?.values['companyName']);
      assert.equal(draft?.typed['contact']?.['phoneNumber'], card?.values['phoneNumber']);
      assert.deepEqual(draft?.accepted, { country: { country: 'DE' } }, 'its card names the country');
    });

  it('may have a large picture, and other cards, which are not used', async () => {
    const desk = openDesk(partnerOf(15));
    const picture = `PHOTO;ENCODING=b:${'A'.repeat(70)}\n${` ${'B'.repeat(74)}\n`.repeat(4_000)}`;
    const large = text.replace('VERSION:3.0\n', `VERSION:3.0\n${picture}`);
    await desk.sendFile('all.vcf', Buffer.from(`${large}\n${text.replaceAll('Musterbau', 'Other')}`));
    assert.ok(desk.said.includes(t('paste.first')), desk.said);
    assert.equal(desk.person.drafts[0]?.typed['company']?.['companyName'], card?.values['companyName']);
  });

  it('that has none, or nobody in it, is told of', async () => {
    const desk = openDesk(partnerOf(15));
    for (const content of ['', 'Lena Vogt', 'BEGIN:VCARD\nEND:VCARD', '\u0000\u0001']) {
      await desk.sendFile('x.vcf', Buffer.from(content));
      assert.equal(desk.said, t('paste.file'));
    }
    assert.deepEqual(desk.person.drafts, []);
  });

  it('needs the right to add customers', async () => {
    const desk = openDesk({ ...partnerOf(15), users: { [userId]: ['view'] as const } });
    await desk.sendFile('Lena Vogt.vcf', Buffer.from(text));
    assert.ok(desk.said.includes(t('refusal.right')));
    assert.deepEqual(desk.person.drafts, []);
  });
});
