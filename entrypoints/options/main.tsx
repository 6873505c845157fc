import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { showLanguage } from '../../components/page-language.ts';
import { OptionsPage } from './OptionsPage.tsx';

showLanguage('about.pageTitle');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <OptionsPage />
    </StrictMode>,
  );
}
