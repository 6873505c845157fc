import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { About } from '../../components/about/About.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <About />
    </StrictMode>,
  );
}
