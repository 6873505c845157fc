import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { showLanguage } from '../../components/page-language.ts';
import { PanelUnderSettings } from './PanelUnderSettings.tsx';

showLanguage('panel.title');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PanelUnderSettings />
    </StrictMode>,
  );
}
