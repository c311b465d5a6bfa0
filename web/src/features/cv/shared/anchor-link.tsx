import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type PlainProps = AnchorProps & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>;

/** A link within the app that looks as Mantine's links do, its address checked by the types. */
export const AnchorLink = createLink((props: PlainProps) => <Anchor {...props} />);
