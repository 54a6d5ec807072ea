export const firstNames: readonly string[] = (
  'Ada Amélie Ana Anders Anneke Aoife Ben Beatriz Björn Caitlín Carlos Céline Chidi Clara Daniel Dmitri Élodie Emma ' +
  'Farah Femi Finn Gabriela Grace Hana Henrik İpek Ingrid Isabel Jack Jiří João Josefine Kenji Kwame Lars Leila Liam ' +
  'Łucja Lucía Mads Maja Marco Maria Mei Michael Miriam Nadia Niamh Noah Nuño Oliver Olga Óscar Paula Priya Ravi ' +
  'René Rosa Sæunn Samuel Saoirse Sofia Søren Tariq Thomas Þóra Ursula Valentina Victor Wanjiru William Xavier Yara ' +
  'Yuki Zoë 太郎 美咲 Ольга'
).split(' ');

export const lastNames: readonly string[] = (
  'Abernathy Åkesson Alvarez Andersson Baker Beauchamp Bianchi Brennan Brown Carter Castellanos Chaudhry Chen Clark ' +
  'Čapek Dahl Das Davies Dubois Eriksen Evans Fernández Fischer Fitzgerald Garcia Grünwald Guðmundsson Gupta Haddad ' +
  'Hansen Harris Hoffmann Hughes Ibrahim Ito Ivanova Jackson Jensen Johnson Jones Kim Kowalski Krüger Larsen Lee ' +
  'Lefèvre Lindqvist López Martin Mbeki Meyer Miller Moreau Müller Murphy Nakamura Nguyen Nowak O’Brien O’Connor ' +
  'Okafor Olsen Ødegaard Papadopoulos Park Patel Pérez Petrov Quinn Reyes Rossi Ryan Şahin Sato Schmidt Silva ' +
  'Smith Svensson Tanaka Taylor Thompson Vásquez Walker Weiß Williams Wilson Wójcik Wright Yılmaz Young Zhang 山田 佐藤'
).split(' ');

export const streets: readonly string[] = [
  'Orchard Lane',
  'Mill Road',
  'Station Street',
  'Cedar Avenue',
  'Church Walk',
  'Bergstraße',
  'Rue des Lilas',
  'Hillcrest Drive',
  'Canal Street',
  'Birch Close',
  'Old Post Road',
  'Lindenweg',
  'Harbour View',
  'Maple Court',
];

export const messages: readonly string[] = [
  'Please leave it with the neighbour if I am out.',
  'It is a present – no price on the slip, please.',
  'Ring the bell twice, the door bell is quiet.',
  'Could you send it before Friday?',
  '¡Gracias! Envíen todo junto, por favor.',
];
