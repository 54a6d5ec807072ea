import { createRoot } from 'react-dom/client';
import '../styles/base.css';
import { Gallery } from './gallery.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the components.');
createRoot(place).render(<Gallery />);
