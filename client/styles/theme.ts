import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

/** Ink as a Mantine scale: filled controls are ink, everything else is paper (design 8). */
const ink: MantineColorsTuple = [
  '#f5f6f3',
  '#e7eae7',
  '#cfd5d9',
  '#b3bec8',
  '#97a3ae',
  '#5f6c79',
  '#4a5763',
  '#36424d',
  '#1f2933',
  '#14181c',
];

/** Mantine's greys as ours, so that its own borders, wells and menus are of the same paper and ink. */
const gray: MantineColorsTuple = [
  '#f5f6f3',
  '#f1f3f0',
  '#e7eae7',
  '#dce0de',
  '#cfd5d9',
  '#9aa5b1',
  '#5f6c79',
  '#4a5763',
  '#36424d',
  '#1f2933',
];

/** The same at night: text, captions, borders, hovered rows, surfaces, canvas. */
const dark: MantineColorsTuple = [
  '#e6ebef',
  '#b3bec8',
  '#97a3ae',
  '#7d8995',
  '#46515b',
  '#303941',
  '#1e252b',
  '#1e252b',
  '#14181c',
  '#14181c',
];

/** Edge of what can be on or off: at least 3:1 against its ground. */
const off = { borderColor: 'var(--ink-3)' };

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontSizes: { xs: '11px', sm: '12px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '16px', md: '20px', lg: '22px', xl: '24px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: 8,
  colors: { ink, gray, dark },
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 1 },
  variantColorResolver: (input) =>
    input.variant === 'filled' && (input.color === undefined || input.color === 'ink')
      ? { background: 'var(--ink)', hover: 'var(--ink-2)', color: 'var(--on-ink)', border: '1px solid transparent' }
      : defaultVariantColorsResolver(input),
  shadows: { xs: 'var(--e1)', md: 'var(--e2)', xl: 'var(--e3)' },
  headings: { fontFamily: 'var(--font)', fontWeight: '640' },
  respectReducedMotion: true,
  // As plain objects: to name the components here would load them with every page.
  components: {
    Switch: { styles: { track: { boxShadow: 'inset 0 0 0 1px var(--ink-3)' } } },
    Checkbox: { defaultProps: { iconColor: 'var(--on-ink)' }, styles: { input: off } },
    Radio: { defaultProps: { iconColor: 'var(--on-ink)' }, styles: { radio: off } },
    Tooltip: {
      styles: { tooltip: { background: 'var(--ink)', color: 'var(--on-ink)', fontSize: 12, lineHeight: '16px' } },
    },
    Modal: {
      defaultProps: {
        radius: 16,
        padding: 16,
        shadow: 'xl',
        overlayProps: { color: 'var(--scrim)', backgroundOpacity: 1 },
        transitionProps: { transition: 'fade', duration: 160 },
      },
      styles: { title: { fontSize: 15, lineHeight: '22px', fontWeight: 640 } },
    },
  },
});
