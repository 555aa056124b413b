import { ActivityHandler, CardFactory, ConversationState, MemoryStorage, MessageFactory, UserState } from 'botbuilder';
import {
  ComponentDialog,
  ConfirmPrompt,
  DialogSet,
  DialogTurnStatus,
  TextPrompt,
  WaterfallDialog,
  type DialogState,
  type WaterfallStep,
} from 'botbuilder-dialogs';
import { coreBotQuestions, type CoreBotQuestion } from './coreBotQuestions.ts';
import { serve } from './sampleServer.ts';

// The form of the SDK's sample 13.core-bot (prompts one after another, a card at the end, state in memory), without LUIS.

type Profile = Partial<Record<CoreBotQuestion, string>>;

const storage = new MemoryStorage();
const conversations = new ConversationState(storage);
const users = new UserState(storage);
const profiles = users.createProperty<Profile>('profile');
const dialogState = conversations.createProperty<DialogState>('dialogState');

const ask =
  (name: CoreBotQuestion, former: CoreBotQuestion | undefined): WaterfallStep<Profile> =>
  async (step) => {
    if (former !== undefined) step.options[former] = String(step.result);
    return step.prompt('text', { prompt: MessageFactory.text(`What is the customer's ${name}?`) });
  };

const confirm: WaterfallStep<Profile> = async (step) => {
  step.options[coreBotQuestions[coreBotQuestions.length - 1] ?? 'company'] = String(step.result);
  return step.prompt('confirm', { prompt: MessageFactory.text(`Add ${step.options.company ?? ''}?`) });
};

const finish: WaterfallStep<Profile> = async (step) => {
  await profiles.set(step.context, step.options);
  const facts = Object.entries(step.options).map(([title, value]) => ({ title, value }));
  const body = [
    { type: 'TextBlock', text: 'Confirmation', size: 'Large' },
    { type: 'FactSet', facts },
  ];
  const card = CardFactory.adaptiveCard({ type: 'AdaptiveCard', version: '1.4', body });
  await step.context.sendActivity({ attachments: [card] });
  return step.endDialog();
};

class MainDialog extends ComponentDialog<Profile> {
  constructor() {
    super('main');
    const questions = coreBotQuestions.map((name, index) => ask(name, coreBotQuestions[index - 1]));
    this.addDialog(new TextPrompt('text'));
    this.addDialog(new ConfirmPrompt('confirm'));
    this.addDialog(new WaterfallDialog<Profile>('form', [...questions, confirm, finish]));
    this.initialDialogId = 'form';
  }
}

const main = new MainDialog();

class CoreBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const dialogs = new DialogSet(dialogState).add(main);
      const dc = await dialogs.createContext(context);
      const { status } = await dc.continueDialog();
      if (status === DialogTurnStatus.empty) await dc.beginDialog(main.id, {});
      await next();
    });
    this.onMembersAdded(async (context, next) => {
      await context.sendActivity(MessageFactory.text('Welcome: say anything to add a customer.'));
      await next();
    });
    this.onDialog(async (context, next) => {
      await conversations.saveChanges(context, false);
      await users.saveChanges(context, false);
      await next();
    });
  }
}

serve(new CoreBot());
