import { Box, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { accountQuery } from '../../app/account.ts';
import { ColorSchemeSwitch } from '../../app/color-scheme-switch.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { AccountSection } from './account-section.tsx';
import { DeleteSection } from './delete-section.tsx';
import { EnginesSection } from './engines-section.tsx';
import { KeysSection } from './keys/keys-section.tsx';
import { PlanSection } from './plan/plan-section.tsx';
import { PrivacySection } from './privacy-section.tsx';

/** Who one is here, what it costs, which engines answer, and what happens with what one said. */
export default function SettingsPage() {
  const account = useQuery(accountQuery);
  return (
    <Page title="Settings" size="md">
      {account.isPending && <Loading />}
      {account.isError && <ErrorNotice error={account.error} onRetry={() => account.refetch()} />}
      {account.data && (
        <Stack gap="lg">
          <AccountSection account={account.data} />
          <PlanSection account={account.data} />
          <EnginesSection engines={account.data.engines} />
          <PrivacySection account={account.data} />
          <KeysSection isAdmin={account.data.is_admin} />
          <Section title="Appearance">
            <Box maw="16rem">
              <ColorSchemeSwitch />
            </Box>
          </Section>
          <DeleteSection />
        </Stack>
      )}
    </Page>
  );
}
