import { ColorSwatch } from '@mantine/core';
import { type Stage, stageColors } from './stages.ts';

/** The color of a stage; its name stands beside it. */
export function StageDot({ stage }: { stage: Stage }) {
  const [name, shade] = stageColors[stage].split('.');
  return (
    <ColorSwatch
      component="span"
      color={`var(--mantine-color-${name}-${shade})`}
      size={10}
      withShadow={false}
      aria-hidden
      style={{ flex: 'none', display: 'inline-flex' }}
    />
  );
}
