import type { SyncProblem } from '../../contract/sync.ts';

type Told = readonly [message: string, nextStep: string];

const ownTry = 'Nichts zu tun. Die App versucht es von selbst wieder.';

/** What the exchange with BigCommerce failed on, by its code, and the next step. */
const problems: Readonly<Record<string, Told>> = {
  unreachable: [
    'BigCommerce ist nicht erreichbar.',
    'Das Netz prüfen. Die App versucht es von selbst wieder; alles, was schon hier ist, geht.',
  ],
  token_refused: [
    'BigCommerce lehnt das Token ab.',
    'Ein neues API-Konto im Shop von BigCommerce anlegen und dessen Token eingeben.',
  ],
  token_missing: [
    'Dieses Gerät hat das Token des verbundenen Shops nicht.',
    'Denselben Shop mit seinem Token noch einmal verbinden. Nichts, was schon hier ist, geht verloren.',
  ],
  busy: [
    'BigCommerce bittet zu warten: zu viele Anfragen.',
    'Nichts zu tun. Die App wartet so lange, wie sie gebeten wurde.',
  ],
  server_error: ['BigCommerce hat selbst eine Störung.', ownTry],
  web_page: [
    'Eine Webseite antwortet an der Stelle von BigCommerce.',
    'Eine Anmeldeseite, ein Proxy oder eine Firewall dieses Netzes kann dazwischen sein. Die App versucht es von selbst wieder.',
  ],
  broken_off: [
    'Die Antwort von BigCommerce brach mittendrin ab.',
    'Nichts davon wurde aufgezeichnet. Die App versucht es von selbst wieder.',
  ],
  unreadable: [
    'BigCommerce hat etwas anderes geantwortet als gefragt war.',
    'Die App versucht es von selbst wieder. Bleibt es so, das Protokoll an den Support senden.',
  ],
  not_found: ['BigCommerce kennt nicht, wonach gefragt wurde.', 'Den Store-Hash prüfen.'],
  rejected: ['BigCommerce hat die Anfrage nicht angenommen.', 'Das Protokoll an den Support senden.'],
  not_bound: ['Die Verbindung hat noch keine Filiale und keine Kasse.', 'Beide wählen, dann treffen Bestellungen ein.'],
  plan_lost: [
    'Der Retail-POS-Tarif dieses Ladens enthält BigCommerce nicht mehr, darum ruht der Austausch.',
    'Einen von Pro, Standard, Advanced, Enterprise, Core und Plus nehmen und in den Einstellungen wählen. Nichts, was schon hier ist, geht verloren, und der Austausch geht von selbst weiter.',
  ],
  disk_full: [
    'Der Speicher dieses Geräts ist voll; nichts mehr lässt sich aufzeichnen.',
    'Platz schaffen. Die App geht von selbst weiter; nichts geht verloren.',
  ],
};

/**
 * A code that is not here is told with facts of its case, in the words of the main process. What BigCommerce itself said
 * stands in brackets after the sentence, and stays.
 */
export const problemInGerman = ({ code, message, nextStep }: SyncProblem): Told => {
  const told = problems[code];
  if (told === undefined) return [message, nextStep];
  const [theirWords = ''] = / \(.*\)$/s.exec(message) ?? [];
  return [`${told[0]}${theirWords}`, told[1]];
};
