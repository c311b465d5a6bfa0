import { z } from 'zod';
import { limitKinds } from '../../config/index.ts';
import { timestamp } from '../../routing/schemas.ts';

const each = <Value extends z.ZodType>(value: Value) =>
  z.object(
    Object.fromEntries(limitKinds.map((kind) => [kind, value])) as Record<(typeof limitKinds)[number], Value>,
  );

const limits = each(z.number().nullable()).describe('A month; null: as much as one likes.');

export const OverviewAnswer = z
  .object({
    enabled: z.boolean().describe('False: nothing is sold here, and nothing is limited.'),
    plan: z.string().nullable().describe('Null where nothing is sold.'),
    status: z
      .enum(['none', 'active', 'trialing', 'past_due', 'canceled', 'ended'])
      .describe('Of the subscription; past_due: a payment failed, and Stripe tries again.'),
    cancel_at_period_end: z.boolean().describe('Canceled, and running on to the end of what is paid.'),
    limits,
    used: each(z.number()).describe('In this period. Minutes of voice to one digit, the rest in pieces.'),
    period_start: timestamp,
    period_end: timestamp.describe('When use is counted anew.'),
    plans: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          price_text: z.string().nullable().describe('What it costs, in the words of the operator.'),
          for_sale: z.boolean(),
          limits,
        }),
      )
      .describe('In the order to show them; none where nothing is sold.'),
  })
  .meta({ id: 'Billing' });

export const CheckoutBody = z.strictObject({
  plan: z.string().min(1).max(30).describe('The id of a plan that is for sale.'),
});

export const Address = z.object({ url: z.string().describe('A page of Stripe: send the person there.') });

export const Received = z.object({
  received: z.literal(true),
  result: z.enum(['handled', 'seen', 'ignored']).describe('seen: it came before; ignored: not about us.'),
});
