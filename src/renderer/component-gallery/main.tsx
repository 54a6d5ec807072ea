import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import '../styles/base.css';
import { Gallery } from './gallery.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the components.');
createRoot(place).render(
  <Router hook={useHashLocation}>
    <Gallery wanted={new URLSearchParams(location.search)} />
  </Router>,
);
