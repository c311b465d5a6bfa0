import { Anchor, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../../ui/dates.tsx';
import { Section } from '../../../ui/section.tsx';
import type { Funnel } from './funnel-rows.ts';

const mostShown = 10;

/** Applications that nobody has answered for two weeks. */
export function Waiting({ waiting: { total, longest } }: { waiting: Funnel['no_answer'] }) {
  if (total === 0) return null;
  return (
    <Section title="Without an answer" description={`${formatNumber(total)} for two weeks or longer.`}>
      <List size="sm" listStyleType="none" spacing={4}>
        {longest.slice(0, mostShown).map(({ application_id, title, company, days }) => (
          <List.Item key={application_id}>
            <Anchor
              size="sm"
              renderRoot={(props) => (
                <Link to="/jobs/$applicationId" params={{ applicationId: application_id }} {...props} />
              )}
            >
              {[title, company].filter(Boolean).join(', ')}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {formatNumber(days)} days
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
