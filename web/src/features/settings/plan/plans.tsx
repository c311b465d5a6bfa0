import { Button, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Billing } from '../../../api/schema.d.ts';
import { formatNumber } from '../../../ui/dates.tsx';

interface PlansProps {
  billing: Billing;
  isBusy: boolean;
  onChoose(id: string): void;
}

/** The plans beside each other. */
export function Plans({ billing, isBusy, onChoose }: PlansProps) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {billing.plans.map(({ id, name, price_text: price, for_sale: isForSale, limits }) => (
        <Paper key={id} withBorder p="md" bg={id === billing.plan ? 'var(--app-soft)' : undefined}>
          <Stack gap={4}>
            <Text fw={600}>{name}</Text>
            {price && <Text size="sm">{price}</Text>}
            <Text size="sm" c="dimmed">
              {amount(limits.messages, 'messages')}, {amount(limits.analyses, 'analyses')},{' '}
              {amount(limits.interviews, 'interviews')}, {amount(limits.voice_minutes, 'minutes of voice')} a
              month
            </Text>
            {id === billing.plan ? (
              <Text size="sm" fw={500}>
                Your plan
              </Text>
            ) : (
              isForSale && (
                <Button mt="xs" loading={isBusy} onClick={() => onChoose(id)}>
                  Choose {name}
                </Button>
              )
            )}
          </Stack>
        </Paper>
      ))}
    </SimpleGrid>
  );
}

const amount = (limit: number | null, what: string): string =>
  limit === null ? `any number of ${what}` : `${formatNumber(limit)} ${what}`;
