import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** A deep, quiet teal. White on shade 7, and shade 3 on the dark grounds, have a contrast over 4.5. */
const brand: MantineColorsTuple = [
  '#eaf6f6',
  '#d5ebec',
  '#aad5d9',
  '#7cbec5',
  '#57aab3',
  '#3f9ba6',
  '#268591',
  '#12707c',
  '#0c5c66',
  '#054851',
];

/** Grounds of the dark scheme: a little blue, never black. */
const dark: MantineColorsTuple = [
  '#dde2e6',
  '#bdc5cb',
  '#98a3ab',
  '#727e88',
  '#3e4850',
  '#323b42',
  '#262e34',
  '#1a2025',
  '#14191d',
  '#0e1215',
];

const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** As headings are. */
const dialogTitle = { fontSize: '1.2rem', fontWeight: 650, lineHeight: 1.35 };

export const theme = createTheme({
  primaryColor: 'brand',
  // The same in both schemes, so that the white on it is.
  primaryShade: 7,
  colors: { brand, dark },
  fontFamily,
  headings: {
    fontFamily,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.2rem', lineHeight: '1.35' },
      h3: { fontSize: '1.05rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    Modal: {
      defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' } },
      styles: { title: dialogTitle },
    },
    Drawer: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      styles: { title: dialogTitle },
    },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } },
      // Beneath a title Mantine has it too pale to read.
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  },
});

/** Mantine's dimmed text is too pale to read on its own grounds. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1d2429',
    '--mantine-color-dimmed': '#56606a',
    '--mantine-color-placeholder': '#66707a',
    '--mantine-color-error': '#c22525',
    '--mantine-color-anchor': '#12707c',
    '--app-ground': '#f5f7f7',
    '--app-surface': '#ffffff',
    '--app-line': '#dfe4e6',
    '--app-soft': '#eaf3f3',
    '--app-highlight': '#fff1c2',
  },
  dark: {
    '--mantine-color-dimmed': '#a3adb5',
    '--mantine-color-placeholder': '#8f9aa3',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-anchor': '#7cbec5',
    '--mantine-color-brand-light': 'rgba(63, 155, 166, 0.18)',
    '--mantine-color-brand-light-hover': 'rgba(63, 155, 166, 0.26)',
    '--mantine-color-brand-light-color': '#aad5d9',
    '--app-ground': '#14191d',
    '--app-surface': '#1a2025',
    '--app-line': '#323b42',
    '--app-soft': '#1f2b30',
    '--app-highlight': '#4a3f18',
  },
});
