import type { FaultCode } from '../../contract/fault.ts';
import type { FaultCase } from '../../contract/fault-cases.ts';

/** A refusal by its code: what is so, and what staff can do. */
export const faultWords: Readonly<Record<FaultCode, string>> = {
  invalid_input: 'Das Eingegebene passt nicht. Das genannte Feld berichtigen und noch einmal versuchen.',
  unknown_procedure: 'Eine Anfrage dieses Namens gibt es nicht. „tillbridge procedures“ nennt alle.',
  not_found: 'Das ist nicht auf diesem Gerät. Die Liste neu lesen und noch einmal wählen.',
  not_linked: 'Noch ist kein BigCommerce-Shop verbunden. Zuerst einen verbinden.',
  not_bound: 'Die Verbindung hat noch keine Filiale und keine Kasse. Beide wählen, dann treffen Bestellungen ein.',
  already_linked: 'Ein BigCommerce-Shop ist schon verbunden. Erst diesen trennen, dann einen anderen verbinden.',
  pin_already_set: 'An diesem Gerät gibt es schon eine PIN der Leitung. Mit ihr anmelden, um sie zu ändern.',
  manager_needed: 'Das darf nur die Leitung. Mit einer PIN der Leitung anmelden und noch einmal versuchen.',
  wrong_pin: 'Name und PIN passen nicht zusammen. Beide prüfen und noch einmal versuchen.',
  pins_slowed: 'Zu viele falsche PINs. Einen Augenblick warten und noch einmal versuchen.',
  staff_name_taken: 'Jemand dieses Namens steht schon auf der Liste. Einen Buchstaben anfügen oder anders nennen.',
  register_unclear: 'Welche Kasse gemeint ist, ist nicht klar. Eine nennen, oder den Shop an eine binden.',
  register_open: 'Diese Kasse ist schon offen. Erst abschließen.',
  register_closed: 'Diese Kasse ist geschlossen. Erst öffnen.',
  unsent_work: 'Manches hat BigCommerce noch nicht erreicht. Erst senden, oder die Leitung schließt trotzdem ab.',
  last_manager: 'Das ist die letzte Leitung. Erst eine andere hinzufügen.',
  plan_not_supported:
    'Dieser Tarif enthält BigCommerce nicht. Es gehört zu Pro, Standard, Advanced, Enterprise, Core und Plus.',
  variant_taken: 'Diese BigCommerce-Variante ist schon mit einem anderen Artikel hier verknüpft. Erst dort lösen.',
  outlet_unclear: 'Welche Filiale gemeint ist, ist nicht klar. Eine nennen, oder den Shop an eine binden.',
  register_not_in_outlet: 'Diese Kasse gehört zu einer anderen Filiale. Eine Kasse derselben Filiale wählen.',
  changed_meanwhile:
    'Inzwischen wurde etwas daran geändert, darum ist nichts geschehen. Noch einmal ansehen, dann den Schritt wiederholen.',
  line_unknown: 'Diese Position ist nicht mehr in diesem Auftrag. Noch einmal ansehen.',
  too_many: 'Das ist mehr, als zu tun ist. Die Menge prüfen.',
  not_picked: 'Nur Gepicktes lässt sich packen. Erst picken.',
  not_packed: 'Nur Gepacktes darf hinaus. Erst packen.',
  nothing_left: 'Daran ist nichts mehr zu tun.',
  sale_voided: 'Die Bestellung wurde storniert, nichts davon darf hinaus. Das Gepickte zurücklegen.',
  not_paid:
    'Sie ist nicht bezahlt und darf nicht übergeben werden. Die Zahlung annehmen, oder die Leitung lässt es zu.',
  money_returned: 'Das Geld ging an den Kunden zurück, sie darf nicht übergeben werden. Die Leitung kann es zulassen.',
  on_hold: 'Sie ist bei BigCommerce gesperrt und darf nicht übergeben werden. Die Leitung kann es zulassen.',
  not_undoable: 'Das lässt sich nicht mehr zurücknehmen.',
  entry_not_parked: 'Dieser Eintrag wartet auf niemanden. Die Warteschlange neu lesen.',
  api_base_not_allowed: 'Nur eine Adresse auf diesem Gerät darf die von BigCommerce ersetzen. Weglassen.',
  token_refused: 'BigCommerce lehnt das Token ab. Ein neues API-Konto im Shop anlegen und dessen Token eingeben.',
  scope_missing: 'Das Token darf dies nicht. Eines mit dem Recht anlegen, das BigCommerce nennt.',
  store_unreachable: 'BigCommerce ist nicht erreichbar. Das Netz prüfen; die App versucht es von selbst wieder.',
  store_busy: 'BigCommerce bittet zu warten. Die App versucht es von selbst wieder.',
  store_answer_unreadable: 'Die Antwort von BigCommerce ist nicht lesbar. Die App versucht es von selbst wieder.',
  store_failing: 'BigCommerce hat selbst eine Störung. Die App versucht es von selbst wieder.',
  store_not_found: 'BigCommerce kennt diesen Shop nicht. Den Store-Hash prüfen.',
  store_rejected: 'BigCommerce hat die Anfrage nicht angenommen. Das Protokoll an den Support senden.',
  sync_interrupted: 'Der Austausch mit BigCommerce wurde unterbrochen und beginnt neu. Noch einmal versuchen.',
  history_locked:
    'Der Import früherer Bestellungen ist gesperrt. Beim Retail-Support einen Code erfragen; die Leitung gibt ihn ein.',
  history_code_refused: 'Das ist kein Support-Code. Noch einmal ganz aus der Nachricht kopieren.',
  history_busy: 'Der Import früherer Bestellungen läuft. Warten, oder ihn erst anhalten.',
  history_not_rehearsed: 'Noch ist nichts zu importieren. Erst einen Probelauf machen und ansehen, was er zeigt.',
  history_changed:
    'Es würde jetzt anders ausgehen als im Probelauf. Die neuen Zahlen ansehen, dann noch einmal bestätigen.',
  history_half_way: 'Ein Import ist halb fertig. Ihn fortsetzen oder zurücknehmen, bevor ein anderer beginnt.',
  history_in_use: 'An dem, was der Import brachte, wurde seither gearbeitet. Erst das klären, dann zurücknehmen.',
  name_not_typed: 'Das ist nicht der Name des Shops. So eingeben, wie er dasteht.',
  other_store: 'Dieses Token gehört zu einem anderen Shop. Ein Token des gemeinten Shops eingeben.',
  other_importer:
    'Eine andere Kasse nimmt die Bestellungen dieses Shops schon an. Sie in BigCommerce ausschalten, oder die Leitung sagt, warum beide laufen sollen.',
  data_folder_busy: 'Ein anderes Tillbridge benutzt diesen Datenordner. Es schließen, oder sein Fenster benutzen.',
  data_folder_newer: 'Ein neueres Tillbridge hat diesen Datenordner geschrieben. Die neuere Version einrichten.',
  data_folder_unusable: 'Dieser Datenordner lässt sich nicht öffnen. Ist er beschreibbar und unbeschädigt?',
  data_folder_damaged:
    'Die Datenbank in diesem Datenordner ist beschädigt. Die letzte gute Kopie zurückholen: tillbridge restore DATEI.',
  data_folder_emptied:
    'Die Datenbank dieses Datenordners ist weg. Zurücklegen, oder die letzte gute Kopie zurückholen: tillbridge restore DATEI.',
  stopped: 'Es wurde angehalten. Nichts Aufgezeichnetes ist verloren; bei Bedarf noch einmal beginnen.',
  disk_full: 'Der Speicher dieses Geräts ist voll, nichts wurde aufgezeichnet. Platz schaffen, dann noch einmal tun.',
  database_locked:
    'Ein anderes Programm hält die Datenbank fest. Es schließen, dann noch einmal tun; nichts wurde aufgezeichnet.',
  database_damaged:
    'Die Datenbank ist hier beschädigt. Die letzte gute Kopie zurückholen: Einstellungen, Sichern und Zurückholen.',
  database_read_only:
    'In den Datenordner lässt sich nicht schreiben, nichts wurde aufgezeichnet. Diesem Benutzer das Recht dazu geben.',
  copy_unusable: 'Diese Datei lässt sich nicht zurückholen, nichts wurde geändert. Eine andere Kopie wählen.',
  backup_refused: 'Es wurde keine Kopie gemacht. Einen anderen Ort wählen und noch einmal versuchen.',
  backup_busy: 'Eine Kopie wird gerade gemacht oder zurückgeholt. Warten, bis das fertig ist.',
  only_in_practice: 'Das geht nur beim Üben. Zuerst den Übungsshop öffnen: Einstellungen, BigCommerce-Shop.',
  not_in_practice:
    'Übungsdaten entstehen bei jedem Start neu und lassen sich durch keine Kopie ersetzen. An der echten Kasse tun.',
  no_window: 'Das gehört zum Fenster von Tillbridge, und dies ist es nicht. Dort erledigen.',
  no_update: 'Es gibt kein Update. Dies ist die neueste hier bekannte Version.',
  update_refused:
    'Nicht jetzt: Es wird gearbeitet. Das Update wird eingerichtet, wenn die App in Ruhe geschlossen wird.',
  printer_failed: 'Der Drucker hat das Dokument nicht angenommen. Ist er an und hat Papier? Dann noch einmal drucken.',
  already_printed: 'Das wurde schon gedruckt. Nur noch einmal drucken, wenn das Papier weg ist.',
  nothing_to_print: 'Daran ist nichts zu drucken.',
  still_printing: 'Es wird noch gedruckt. Warten, bis der Drucker geantwortet hat.',
  printer_name_taken: 'Ein anderer Drucker heißt schon so. Einen anderen Namen wählen.',
  no_pdf: 'Dieses Fenster kann selbst kein PDF machen. Drucken und „Als PDF speichern“ als Drucker wählen.',
  not_allowed: 'Dieses Fenster ist bei der App nicht angemeldet. Die Adresse öffnen, die die App gedruckt hat.',
  internal:
    'Hier ging etwas schief, und nichts wurde geändert. Noch einmal versuchen; bleibt es so, das Protokoll an den Support senden.',
};

/** What is so in one case of a refusal, in the place of its code's own sentence. */
export const faultCaseWords: Readonly<Record<FaultCase, string>> = {
  copy_stopped: 'Die Kopie wurde angehalten, und es gibt keine. Die Daten des Ladens sind, wie sie waren.',
  look_stopped: 'Das Ansehen der Kopie wurde angehalten. Nichts wurde geändert.',
  restore_stopped:
    'Das Zurückholen wurde angehalten. Die Daten des Ladens sind, wie sie waren, und die Kopie ist es auch.',
  support_file_stopped: 'Die Datei für den Support wurde angehalten, und es gibt keine. Nichts wurde geändert.',
  support_file_busy: 'Sie wird schon geschrieben.',
  opening_figures_stopped:
    'Das Lesen der Zahlen von BigCommerce wurde angehalten. Nichts wurde übernommen: Der Bestand ist, wie er war.',
  store_check_stopped: 'Die Anfrage an den Shop wurde angehalten. Nichts wurde geändert, weder hier noch dort.',
  proof_stopped:
    'Der Vergleich mit BigCommerce wurde angehalten. Nichts wurde geändert. In einer halben Stunde geht er von selbst weiter.',
  rehearsal_stopped:
    'Der Probelauf wurde angehalten. Was gelesen ist, bleibt: Noch einmal beginnen, und er geht dort weiter.',
  rehearsed_elsewhere:
    'Der Probelauf galt einer anderen Filiale oder Kasse. Noch einmal beginnen und ansehen, was er hier ergibt.',
  picking_begun: 'Daran wird schon gearbeitet.',
  not_last_step: 'Nur der letzte Schritt lässt sich zurücknehmen, und nur einmal. Noch einmal ansehen.',
  order_changed_since: 'BigCommerce hat die Bestellung seither geändert, das lässt sich nicht mehr zurücknehmen.',
  leaving_was_told:
    'BigCommerce weiß schon oder erfährt gerade, dass es hinausging. Das lässt sich hier nicht zurücknehmen.',
  movement_follows_sale:
    'Diese Bewegung folgt einem Verkauf und ändert sich nur mit ihm. Stattdessen die Zahl berichtigen.',
  movement_is_undo: 'Damit wurde etwas zurückgenommen. Das Gemeinte neu eingeben.',
  movement_undone: 'Das ist schon zurückgenommen. Nichts wurde geändert.',
  stock_level_made_anew:
    'Ein Bestand wird für jedes Senden neu gebildet, da gibt es nichts zu verwerfen. Stattdessen den Artikel zählen.',
  effect_looked_up: 'Es wurde gesendet, und ob es gewirkt hat, wird gerade geprüft. Das abwarten, dann verwerfen.',
  cash_missing: 'Das gezählte Bargeld eingeben.',
  cash_differs: 'Münzen und Scheine ergeben nicht die gezählte Summe. Eines von beiden berichtigen.',
  nobody_of_that_name: 'Niemand dieses Namens steht auf der Liste.',
  not_a_whole_path: 'Den ganzen Pfad angeben, von der Wurzel oder dem Laufwerk an.',
  no_printer: 'An diesem Gerät ist kein Drucker eingerichtet. Einen hinzufügen, dann noch einmal drucken.',
  printer_gone: 'Diesen Drucker kennt das Gerät nicht mehr. Einen anderen wählen.',
  printing_cancelled: 'Das Drucken wurde am Drucker abgebrochen.',
};
