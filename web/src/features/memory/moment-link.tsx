import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface MomentLinkProps {
  /** Without one there is no page to go to, and the text stands alone. */
  conversation: string | null;
  message: string;
  children: ReactNode;
}

/** The way to where something was said. */
export function MomentLink({ conversation, message, children }: MomentLinkProps) {
  if (!conversation) return children;
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={(props) => <Link to="/" search={{ conversation, message }} {...props} />}
    >
      <bdi>{children}</bdi>
    </Anchor>
  );
}
