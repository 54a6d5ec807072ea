// Plain JavaScript: it has to run where Node cannot read TypeScript yet. The database's binary needs Node-API 10 and
// ends an older Node with a segmentation fault and no message, so nothing heavy may be loaded before this.
if (Number(process.versions.napi) < 10 || !process.features.typescript) {
  process.stderr.write(
    `Tillbridge needs Node 22.18 or newer; this is ${process.version}. ` +
      'Start it through npm (`npm start`, `npm run tillbridge`), which brings Node 24, or install Node 24.\n',
  );
  process.exit(1);
}
