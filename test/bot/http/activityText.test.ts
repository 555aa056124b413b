import { deepEqual } from 'node:assert/strict';
import type { Activity } from 'botbuilder-core';
import { activityText } from '../../../bot/http/activityText.ts';
import { card, fitsSizeLimit, paragraph } from '../../../cards/elements.ts';

describe('an activity as JSON', () => {
  const made = card('“Ждём”', [paragraph('客戶\u2028')]);
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: made };
  const activities: Readonly<Record<string, Partial<Activity>>> = {
    'with nothing': {},
    'with a text': { type: 'message', text: 'Hello' },
    'with one card': { type: 'message', attachments: [attachment], channelData: { a: undefined } },
    'with a card alone': { attachments: [{ ...attachment, name: '1' }] },
    'with two cards': { type: 'message', attachments: [attachment, attachment] },
    'with a file': { attachments: [{ contentType: 'text/csv', contentUrl: 'https://files.example/1' }] },
    'with an empty list': { type: 'message', attachments: [] },
  };
  for (const [name, activity] of Object.entries(activities))
    it(`is what JSON makes of it ${name}`, () => {
      fitsSizeLimit(made);
      deepEqual(JSON.parse(activityText(activity)), JSON.parse(JSON.stringify(activity)));
    });
});
