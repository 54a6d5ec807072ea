import { counted, formatCount } from '../format/count.ts';
import type { linkText } from '../text-link.ts';
import type { Words } from '../text-shape.ts';

export const linkWords: Words<typeof linkText> = {
  title: 'BigCommerce-Shop',
  fix: 'Beheben',
  linkAgain: 'Wieder verbinden',
  first: 'Den BigCommerce-Shop verbinden: Seine Bestellungen werden von selbst zu Verkäufen an dieser Kasse.',
  again: (store) =>
    `„${store}“ ist getrennt. Alles, was daraus kam, ist noch hier; wieder verbunden, geht es weiter, wo es aufhörte.`,
  practise: {
    title: 'Kein Shop zur Hand?',
    what: 'Der Übungsshop ist ein BigCommerce auf diesem Rechner, mit eigenen Daten. Bestellungen treffen sofort ein, und nichts darin ist echt.',
    commit: 'Erst üben',
    busy: 'Der Übungsshop wird geöffnet…',
  },
  store: {
    title: '1. Der Shop',
    address: 'Store-Hash oder API-Pfad',
    addressHint:
      'BigCommerce › Settings › Store-level API accounts › Create: Dort stehen der API-Pfad und, nur einmal, der Schlüssel.',
    token: 'Zugangsschlüssel',
    test: 'Prüfen',
    testing: 'BigCommerce wird gefragt…',
    incomplete: 'Shop und Schlüssel eingeben.',
    isStore: (name, currency, timeZone) => [name, currency, timeZone].filter(Boolean).join(' · '),
    nameless: 'Ein Shop, dessen Namen der Schlüssel nicht lesen darf',
    may: 'Was der Schlüssel darf',
    deeds: {
      "read the store's name and settings": 'Name und Einstellungen des Shops lesen',
      'read orders': 'Bestellungen lesen',
      'change orders': 'Bestellungen ändern',
      'read the catalogue': 'Den Katalog lesen',
      'read stock levels': 'Bestände lesen',
      'change stock levels': 'Bestände ändern',
      'read the locations': 'Die Lagerorte lesen',
      'read the sales channels': 'Die Vertriebskanäle lesen',
    },
    states: { granted: 'Ja', missing: 'Fehlt', untried: 'Nicht probiert' },
    untried:
      'Nur Schreiben würde es zeigen, und eine Prüfung ändert nichts. Fehlt es, sagt es der erste Schritt, der gemeldet wird, und wartet.',
    lacks: (scopes) =>
      `Dem Schlüssel fehlt: ${scopes}. BigCommerce kann einen Schlüssel nicht erweitern; einen neuen damit anlegen und hier eingeben.`,
    needed: 'Ohne Bestellungen und den Shop selbst zu lesen, lässt er sich nicht verbinden.',
    channelsUnknown:
      'Ob schon eine andere Kasse diese Bestellungen übernimmt, ist mit diesem Schlüssel nicht zu sehen. Bitte sicherstellen, dass es keine tut.',
  },
  importer: {
    title: (others) => `Schon eine andere Kasse übernimmt die Bestellungen dieses Shops: ${others}`,
    what: 'Mit zweien wird jede Bestellung doppelt gebucht und doppelt vom Bestand genommen. Zuerst die andere in BigCommerce › Channels abschalten. Sollen beide laufen, bitte begründen; der Grund steht dann im Protokoll.',
    why: 'Warum beide laufen sollen',
  },
  plan: {
    label: 'Retail-POS-Tarif',
    choose: 'Tarif wählen',
    another: 'Ein anderer Tarif',
    refused:
      'Dieser Tarif hat keine BigCommerce-Anbindung. Es gibt sie mit Pro, Standard, Advanced, Enterprise, Core und Plus.',
    paused:
      'Mit diesem Tarif wird nichts abgefragt und nichts gemeldet. Alles hier bleibt lesbar, und mit einem, der sie hat, geht es von selbst weiter.',
    save: 'Tarif speichern',
    saving: 'Wird gespeichert…',
    saved: (plan) => `Tarif: ${plan}.`,
  },
  place: {
    title: '2. Wo gebucht wird',
    outlet: 'Filiale',
    newOutlet: 'Eine neue Filiale',
    outletName: 'Name der Filiale',
    timeZone: 'Zeitzone',
    currency: 'Währung',
    register: 'Kasse',
    newRegister: 'Eine neue Kasse',
    registerName: 'Name der Kasse',
    usualRegister: 'Kasse 1',
    location: 'BigCommerce-Lagerort',
    usualLocation: 'Der übliche',
    closed: (label) => `${label} (nicht in Gebrauch)`,
    incomplete: 'Filiale und Kasse benennen.',
  },
  next: {
    title: '3. Was dann geschieht',
    record:
      'Retail POS führt: Artikel, Preise und Bestand werden hier gepflegt, und was in BigCommerce geändert wird, überschreibt sie nie.',
    ordersOut: (orders) =>
      orders === null || orders === 0
        ? 'Bestellungen von vorher bleiben draußen. Eine, die gerade an der Kasse des Webshops ist, kommt herein.'
        : `Von den ${counted(orders, 'Bestellung', 'Bestellungen')} bis jetzt bleibt alles draußen, was abgeschlossen ist. Was gerade an der Kasse des Webshops ist, kommt herein.`,
    first:
      'Die nächste Bestellung ist binnen einer Minute hier: im Warenausgang zur Übergabe, in den Verkäufen als Verkauf.',
    stock:
      'Der Bestand in BigCommerce bleibt, bis ein Artikel hier gezählt, angenommen oder verkauft wird. Der Anfangsbestand lässt sich einmal von dort übernehmen, unter Bestand.',
    commit: 'Diesen Shop verbinden',
    commitAgain: 'Wieder verbinden',
    busy: 'Wird verbunden…',
    sayWhy: 'Zuerst sagen, warum zwei Kassen seine Bestellungen übernehmen sollen.',
    choosePlan: 'Zuerst den Retail-POS-Tarif wählen.',
    done: (store) => `Verbunden: ${store}. Die nächste Bestellung erscheint von selbst.`,
  },
  relink: {
    title: '2. Was das Wiederverbinden tut',
    restored: (products, sales) =>
      `Es kommt zurück, wie es war: ${counted(products, 'verknüpfter Artikel', 'verknüpfte Artikel')} und ${counted(sales, 'Verkauf', 'Verkäufe')}, mit Filiale und Kasse.`,
    nothingNew: (products, movements) =>
      `Neue Artikel: ${formatCount(products)}. Bestandsbewegungen: ${formatCount(movements)}.`,
    since: (orders) =>
      orders === null
        ? 'Bestellungen der Zwischenzeit kommen mit der nächsten Abfrage und nehmen dann ihren Bestand.'
        : `${counted(orders, 'Bestellung', 'Bestellungen')} seither aufgegeben oder geändert: Sie kommen mit der nächsten Abfrage und nehmen dann ihren Bestand.`,
  },
  linked: {
    since: (when) => `Verbunden ${when}`,
    hash: 'Store-Hash',
    records: 'Bucht auf',
    unbound: 'Noch sind Filiale und Kasse nicht gewählt, also kommt keine Bestellung.',
    record:
      'Retail POS führt: Artikel, Preise und Bestand werden hier gepflegt. Von BigCommerce kommen Online-Verkäufe, die Kundschaft dazu und der Bestand, den sie nehmen.',
  },
  token: {
    title: 'Schlüssel',
    what: 'Ein neuer Schlüssel lässt alles, wie es ist: die Verbindung, ihre Verkäufe und was noch zu melden ist.',
    open: 'Neuen Schlüssel eingeben',
    commit: 'Diesen Schlüssel nehmen',
    busy: 'Wird geprüft…',
    done: 'Der neue Schlüssel gilt.',
    incomplete: 'Den Schlüssel einfügen.',
  },
  rebind: {
    title: 'Filiale, Kasse und Lagerort',
    later: (outlet, register) =>
      `Bestellungen, die von jetzt an kommen, werden auf ${outlet} · ${register} gebucht. Verkäufe, die hier sind, bleiben, wo sie sind.`,
    stock: (outlet) => `Sie nehmen ihren Bestand aus ${outlet}, und BigCommerce erfährt die Bestände von ${outlet}.`,
    commit: 'Speichern',
    busy: 'Wird gespeichert…',
    same: 'Dort wird jetzt schon gebucht.',
    done: (outlet, register) => `Spätere Bestellungen werden auf ${outlet} · ${register} gebucht.`,
  },
  unlink: {
    title: 'Trennen',
    warning: () =>
      'Shops nicht trennen und wieder verbinden, außer wenn alle Artikel des BigCommerce-Shops gelöscht werden und alles von vorn beginnt.',
    stays:
      'Verkäufe, Artikel und ihre Verknüpfungen bleiben hier und lesbar. Von da an kommt nichts herein, und nichts wird gemeldet.',
    waiting: (count) =>
      `${counted(count, 'Änderung hat', 'Änderungen haben')} BigCommerce noch nicht erreicht. Sie warten hier, bis derselbe Shop wieder verbunden ist.`,
    type: (store) => `Zum Bestätigen den Namen des Shops eintippen: ${store}`,
    label: 'Der Name des Shops',
    mistyped: 'Den Namen genau so eintippen, wie er dasteht.',
    commit: 'Diesen Shop trennen',
    busy: 'Wird getrennt…',
    done: (store) => `Getrennt: ${store}. Alles, was daraus kam, ist noch hier.`,
  },
};
