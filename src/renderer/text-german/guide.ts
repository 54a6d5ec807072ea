import type { guideText } from '../text-guide.ts';
import type { Words } from '../text-shape.ts';

export const guideWords: Words<typeof guideText> = {
  title: 'Anleitung',
  open: 'Anleitung: wie Bestellungen eintreffen und erledigt werden',
  search: 'In der Anleitung suchen',
  topicsLabel: 'Themen',
  nothing: (words) => `In der Anleitung steht nichts zu „${words}“.`,
  whatToDo: 'Was zu tun ist',
  online: 'Mehr Hilfe im Netz',
  onlineFulfil: 'Retail POS: Hilfe',
  onlineBigCommerce: 'BigCommerce: Hilfe',
  onlineWhat: 'Öffnet sich im Browser und braucht ein Netz.',
  topics: {
    arrive: {
      title: 'Wie Bestellungen eintreffen',
      body: `Jemand bestellt im BigCommerce-Shop. BigCommerce behält die Bestellung und schreibt der Kundschaft. Binnen einer Minute ist sie hier: als Verkauf in der Verkaufshistorie und als etwas, das zu übergeben ist. Eines führt zum anderen.

Sie trifft einmal ein, was immer dazwischen geschieht: kein Netz, ein Neustart, zwei Kassen. Eine unvollständige oder wartende Bestellung trifft ein, wenn sie vollständig ist.

Fehlt eine? Ihre Nummer in die Suche tippen, oder in „Warum ist Bestellung … nicht hier?“ oben in der Warteschlange. Die Antwort nennt den Grund und den nächsten Schritt.

Was an der Theke verkauft wird, wird in BigCommerce nie zur Bestellung.`,
    },
    fulfil: {
      title: 'Eine Lieferung erledigen',
      body: `Die älteste steht oben; was das letzte Stück von etwas nahm, steht davor. Der große Knopf sagt immer den nächsten Schritt.

1. Mit dem Picken beginnen. Andere sehen, dass jemand daran arbeitet.
2. Picken. Jeden Artikel scannen oder die Tasten an der Zeile nehmen. Ein falscher wird laut abgelehnt und ändert nichts. Fächer sagen, wohin; eine Pickrunde nimmt viele Bestellungen auf einmal.
3. Packzettel drucken (P). Er weiß, ob er schon gedruckt wurde, und sagt, was sich seither änderte.
4. Gepackt. BigCommerce erfährt „Awaiting Shipment“.
5. Versenden, mit Sendungsnummer und Dienst. Ein Teil kann vorausgehen; der Rest bleibt. BigCommerce erhält die Sendung und schreibt der Kundschaft.

Fehlt etwas im Regal? „Geht nicht“ wählen und sagen, warum. Z nimmt den letzten Schritt zurück, solange BigCommerce nichts erfuhr.`,
    },
    pickup: {
      title: 'Abholungen und das Abholregal',
      body: `Picken und packen wie immer. Dann „Bereit“: den Code des Fachs eingeben oder scannen. BigCommerce erfährt „Awaiting Pickup“.

Kommt jemand, den Zettel scannen oder die Nummer tippen, nach dem Namen fragen und „Übergeben“ drücken. Name und Zeit bleiben.

Das Abholregal zeigt, wie viele Tage jede wartet. Zu lange? „Zurück in den Bestand“ legt die Stücke zurück. Das Geld wird in BigCommerce geregelt.`,
    },
    paid: {
      title: 'Bezahlt, nicht bezahlt, gesperrt',
      body: `„Abgeschlossen“ sagt nur, dass eine Bestellung als Verkauf zählt. Bezahlt oder übergeben ist sie damit nicht.

Was nicht bezahlt ist, sagt es und lässt sich nicht übergeben. Wird die Zahlung in BigCommerce eingetragen, ist die Marke weg. Die Leitung darf Ware trotzdem herausgeben, mit einem Grund, der bleibt.

Gesperrtes (Disputed, Manual Verification Required) ist ebenso.

Geld aus dem Netz gehört zur Kasse, an die der Shop gebunden ist, und steht neben dem, was in der Lade liegt. Siehe Einstellungen › Kasse.`,
    },
    statuses: {
      title: 'Status in BigCommerce',
      body: `Nicht importiert: Incomplete, Pending.

Abgeschlossen: Awaiting Payment, Awaiting Fulfillment, Awaiting Shipment, Awaiting Pickup, Partially Shipped, Shipped, Completed, Refunded, Partially Refunded, Disputed, Manual Verification Required.

Storniert: Cancelled, Declined.

Ein Shop kann sie anders nennen. Tillbridge geht nach dem Status selbst, nicht nach seinem Namen. Jeder Verkauf zeigt beide: seinen eigenen und den von BigCommerce, mit seiner Bedeutung.`,
    },
    changes: {
      title: 'Storniert, erstattet, geändert',
      body: `In BigCommerce storniert: der Verkauf wird storniert, sein Bestand kommt einmal zurück, seine Zahlungen verlassen die Summen der Kasse. War etwas gepickt, steht es unter „Zurücklegen“.

Erstattet: der Verkauf bleibt und bekommt eine Rückgabe. Artikel, die zurückkamen, gehen in den Bestand; Geld allein bewegt keinen.

Zeilen geändert: zu viel Gepicktes ist zurückzulegen, Neues zu picken, und ein gedruckter Zettel ist überholt.

Hat sich dort etwas geändert, während hier ohne Netz gearbeitet wurde? Es steht nebeneinander in der Warteschlange. Ist Ware schon fort, werden Sie gefragt; nichts wird still überschrieben.`,
    },
    record: {
      title: 'Was wo gepflegt wird',
      body: `Einmal verbunden, gilt diese Kasse für Artikel, Preise und Bestand. Hier ändern. Was in BigCommerce geändert wird, überschreibt nie, was hier steht.

Von BigCommerce kommen nur Verkäufe, die Kundschaft dazu und der Bestand, den sie nehmen. Eine neue E-Mail wird neue Kundschaft; eine bekannte behält ihre Angaben.

Ein unbekannter Artikel einer Bestellung wird angelegt, gekennzeichnet und beim nächsten Mal wieder genommen. Versand, Bearbeitung und Geschenkverpackung sind eigene Artikel ohne Bestand.`,
    },
    stock: {
      title: 'Bestand',
      body: `Eine Bestellung nimmt ihre Stücke einmal aus der verbundenen Filiale, wenn sie eintrifft. Picken, Packen, Versand und Druck nehmen nichts mehr. Eine stornierte gibt sie einmal zurück.

Verkäufe an der Theke, Zählungen, Eingänge und Berichtigungen erreichen BigCommerce in Sekunden.

Jede Zahl öffnet sich zu den Bewegungen, deren Summe sie ist. Unter null heißt: mehr verkauft als gezählt; das Regal zählen.

Der Tagesabgleich vergleicht alles mit BigCommerce und zeigt nur, was abweicht, je mit einer sicheren Abhilfe.`,
    },
    offline: {
      title: 'Ohne Netz',
      body: `Alles, was hier ist, geht weiter: picken, packen, versenden, übergeben, drucken. Es wird sofort aufgezeichnet und übersteht einen Stromausfall. Oben steht, wie viele Änderungen warten.

Ist das Netz wieder da, gehen sie von selbst hinaus, der Reihe nach, jede einmal. Was BigCommerce ablehnt, bleibt mit dessen Worten in der Warteschlange.

Zahlen werden gelb, wenn BigCommerce eine Weile nicht gefragt wurde. Dann zweimal hinsehen, bevor Sie das letzte Stück versprechen.`,
    },
    history: {
      title: 'Frühere Bestellungen, Trennen',
      body: `Bestellungen von vor der Verbindung bleiben draußen. Sie zu importieren kann den Bestand ändern, und das zu richten dauert; der Retail Support schaltet es mit einem Code frei. Eine Probe zeigt vorher alles, und der ganze Import lässt sich zurücknehmen.

Nicht trennen und neu verbinden, um ein Problem zu lösen: das ist für einen Neuanfang. Gelöscht wird dabei nichts, und derselbe Shop knüpft wieder an.`,
    },
    trouble: {
      title: 'Wenn etwas nicht stimmt',
      body: `Schlüssel abgelehnt: in BigCommerce ein neues API-Konto des Shops machen und seinen Schlüssel eingeben. Lesen geht weiter; nichts geht verloren.

Tarif verloren: Bestellungen warten in BigCommerce, hier bleibt alles lesbar.

Speicher voll: Platz schaffen. Nichts ist halb aufgezeichnet.

Datenbank beschädigt oder fort: an ihrer Stelle beginnt nichts Neues. Die letzte gute Kopie zurückholen: Einstellungen › Sichern und zurückholen, oder mit dem Befehl, der genannt wird.

Dem Support die Datei aus Einstellungen › Fenster schicken: sie enthält Befunde und Protokolle, keine Kundschaft und keinen Schlüssel.`,
    },
  },
};
