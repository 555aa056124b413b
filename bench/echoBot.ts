import { ActivityHandler, MessageFactory } from 'botbuilder';
import { serve } from './sampleServer.ts';

// The SDK's sample 02.echo-bot, in as few lines.

class EchoBot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const text = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(text, text));
      await next();
    });
  }
}

serve(new EchoBot());
