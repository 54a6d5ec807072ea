import { startGallery } from './component-gallery/start-gallery.ts';

/** Shows every component of the screens, for whoever works on them; ends with Ctrl C. */
const { address } = await startGallery();
process.stdout.write(`Every component, in both themes: ${address}\n`);
