import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { language } from './format/language.ts';
import { NoSession } from './screens/no-session.tsx';
import { createAppState } from './state/app-state.ts';
import { openBridge } from './state/open-bridge.ts';
import { keepMenuFromFingers } from './state/touch.ts';
import './styles/base.css';

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the screens.');

keepMenuFromFingers();
document.documentElement.lang = language;
const bridge = await openBridge();
createRoot(place).render(bridge === null ? <NoSession /> : <App state={createAppState(bridge)} />);
