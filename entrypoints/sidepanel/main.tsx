import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PanelUnderSettings } from './PanelUnderSettings.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PanelUnderSettings />
    </StrictMode>,
  );
}
