import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { reloadOnMissingChunk } from './app/missing-chunk.ts';
import { restoreSignIn } from './app/sign-in.ts';

reloadOnMissingChunk();
restoreSignIn();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
