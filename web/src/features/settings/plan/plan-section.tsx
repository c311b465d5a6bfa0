import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import type { Account, Billing } from '../../../api/schema.d.ts';
import { DateText } from '../../../ui/dates.tsx';
import { ErrorNotice, errorText } from '../../../ui/error-notice.tsx';
import { Loading } from '../../../ui/loading.tsx';
import { Section } from '../../../ui/section.tsx';
import { Plans } from './plans.tsx';
import { Usage } from './usage.tsx';

const billingQuery = queryOptions({
  queryKey: ['billing'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/billing', { signal })),
});

/** What the person pays for, and how much of it is used. */
export function PlanSection({ account }: { account: Account }) {
  const billing = useQuery(billingQuery);
  return (
    <Section title="Plan">
      {billing.isPending && <Loading />}
      {billing.isError && <ErrorNotice error={billing.error} onRetry={() => billing.refetch()} />}
      {billing.data &&
        (billing.data.enabled ? (
          <Sold billing={billing.data} isVisitor={account.kind === 'visitor'} />
        ) : (
          <Text>Nothing is sold here, and nothing is limited.</Text>
        ))}
    </Section>
  );
}

function Sold({ billing, isVisitor }: { billing: Billing; isVisitor: boolean }) {
  const go = useMutation({
    mutationFn: (plan: string | null) =>
      unwrap(plan ? api.POST('/api/billing/checkout', { body: { plan } }) : api.POST('/api/billing/portal')),
    onSuccess: ({ url }) => window.location.assign(url),
    onError: (error) =>
      notifications.show({ color: 'red', title: 'The page for it did not open', message: errorText(error) }),
  });
  const plan = billing.plans.find(({ id }) => id === billing.plan);
  const isPaying = billing.status !== 'none' && billing.status !== 'ended';
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Text fw={600}>{plan?.name ?? billing.plan}</Text>
        {billing.status === 'trialing' && <Badge variant="light">Trial</Badge>}
        {plan?.price_text && <Text c="dimmed">{plan.price_text}</Text>}
      </Group>
      {billing.status === 'past_due' && (
        <Alert color="yellow" title="A payment failed">
          It is tried again. To pay in another way, open «Manage payment».
        </Alert>
      )}
      {billing.cancel_at_period_end && (
        <Text size="sm">
          Canceled; it goes on until <DateText value={billing.period_end} />.
        </Text>
      )}
      <Usage {...billing} />
      {isVisitor ? (
        <Text size="sm">
          Plans belong to accounts: sign in first, then what you told the coach comes along.
        </Text>
      ) : (
        <>
          <Plans billing={billing} isBusy={go.isPending} onChoose={(id) => go.mutate(id)} />
          {isPaying && (
            <Group>
              <Button variant="default" loading={go.isPending} onClick={() => go.mutate(null)}>
                Manage payment
              </Button>
            </Group>
          )}
        </>
      )}
    </Stack>
  );
}
