import { Container } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHeader, type PageHeaderProps } from './page-header.tsx';

export interface PageProps extends PageHeaderProps {
  children: ReactNode;
  /** Mantine's width of the content; `lg` by default. */
  size?: string | number;
}

/** A page with its heading and a readable width. Pages that fill the screen use PageHeader alone. */
export function Page({ children, size = 'lg', ...header }: PageProps) {
  return (
    <Container size={size} w="100%" px={{ base: 'md', sm: 'xl' }} py={{ base: 'md', sm: 'xl' }}>
      <PageHeader {...header} />
      {children}
    </Container>
  );
}
