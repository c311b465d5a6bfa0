import { AppShell, Box, Burger, Divider, Group, NavLink, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Fragment, useEffect } from 'react';
import { useDeliver } from '../features/coach/live/use-deliver.ts';
import { useAccount } from './account.ts';
import { Brand } from './brand.tsx';
import { ColorSchemeSwitch } from './color-scheme-switch.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { places } from './navigation.ts';
import { SessionNotices } from './session-notices.tsx';
import classes from './shell.module.css';

/** Navigation around the page: a sidebar, behind a burger on narrow screens. */
export function Shell() {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // A change of place closes the menu.
  useEffect(close, [path]);
  useDeliver();
  return (
    <>
      <a href="#main" className="skip-link">
        Skip to the content
      </a>
      <AppShell
        layout="alt"
        header={{ height: { base: 52, sm: 0 } }}
        navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      >
        <AppShell.Header hiddenFrom="sm" className={classes.header}>
          <Group h="100%" px="md" gap="sm">
            <Burger
              opened={isOpen}
              onClick={toggle}
              size="sm"
              aria-label={isOpen ? 'Close the menu' : 'Open the menu'}
              aria-expanded={isOpen}
            />
            <Brand />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar
          className={classes.navbar}
          aria-label="Main"
          onKeyDown={(event) => event.key === 'Escape' && close()}
        >
          <Group h={60} px="lg" justify="space-between">
            <Brand />
            <Burger hiddenFrom="sm" opened size="sm" onClick={close} aria-label="Close the menu" />
          </Group>
          <Box className={classes.places}>
            <Places path={path} />
          </Box>
          <Box p="md">
            <ColorSchemeSwitch />
          </Box>
        </AppShell.Navbar>
        <AppShell.Main id="main" className={classes.main} tabIndex={-1}>
          <ConnectionBanner />
          <Outlet />
        </AppShell.Main>
      </AppShell>
      <SessionNotices />
    </>
  );
}

function Places({ path }: { path: string }) {
  const isOperator = useAccount().data?.is_admin === true;
  const isHere = (to: string) => (to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`));
  return (
    <Stack gap={2}>
      {places.map((group, index) => (
        <Fragment key={group[0]?.to}>
          {index > 0 && <Divider my="xs" className={classes.line} />}
          {group
            .filter(({ operator }) => !operator || isOperator)
            .map(({ to, label, icon: Icon }) => (
              <NavLink
                key={to}
                component={Link}
                to={to}
                label={label}
                leftSection={<Icon size={19} stroke={1.7} aria-hidden />}
                active={isHere(to)}
                aria-current={isHere(to) ? 'page' : undefined}
                className={classes.place}
              />
            ))}
        </Fragment>
      ))}
    </Stack>
  );
}
