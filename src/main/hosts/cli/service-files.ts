/** How this machine's Tillbridge is started. Absolute paths. */
export interface ServiceCommand {
  readonly node: string;
  readonly script: string;
  readonly dataFolder: string;
  readonly port: number;
}

const argumentsOf = ({ script, dataFolder, port }: ServiceCommand): readonly string[] => [
  script,
  '--data',
  dataFolder,
  '--host',
  'browser',
  '--no-open',
  '--port',
  String(port),
];

/** systemd reads `%` as a variable and `"` as the end of an argument. */
const systemdWord = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;

/** A unit of the user's own systemd: it runs while somebody is signed in, or always with `loginctl enable-linger`. */
export const systemdUnit = (command: ServiceCommand): string =>
  [
    '[Unit]',
    'Description=Tillbridge, BigCommerce orders on this till',
    'After=network-online.target',
    '',
    '[Service]',
    `ExecStart=${[command.node, ...argumentsOf(command)].map(systemdWord).join(' ')}`,
    'KillSignal=SIGTERM',
    '# The running transaction and the exchange end first.',
    'TimeoutStopSec=30',
    'Restart=on-failure',
    'RestartSec=5',
    'NoNewPrivileges=yes',
    'UMask=0077',
    '',
    '[Install]',
    'WantedBy=default.target',
    '',
  ].join('\n');

const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A task of Windows' own scheduler: at sign-in, started again when it fails, ended gently. */
export const windowsTask = (command: ServiceCommand): string => {
  const args = argumentsOf(command)
    .map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg))
    .join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<Task version="1.3" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">',
    '  <RegistrationInfo><Description>Tillbridge, BigCommerce orders on this till</Description></RegistrationInfo>',
    '  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>',
    '  <Settings>',
    '    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>',
    '    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>',
    '    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>',
    '    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>',
    '    <RestartOnFailure><Interval>PT1M</Interval><Count>10</Count></RestartOnFailure>',
    '  </Settings>',
    `  <Actions><Exec><Command>${xmlText(command.node)}</Command><Arguments>${xmlText(args)}</Arguments></Exec></Actions>`,
    '</Task>',
    '',
  ].join('\r\n');
};

/** An agent of macOS' launchd. */
export const launchAgent = (command: ServiceCommand): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<plist version="1.0"><dict>',
    '  <key>Label</key><string>com.tillbridge.service</string>',
    '  <key>ProgramArguments</key><array>',
    ...[command.node, ...argumentsOf(command)].map((arg) => `    <string>${xmlText(arg)}</string>`),
    '  </array>',
    '  <key>RunAtLoad</key><true/>',
    '  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>',
    '  <key>ExitTimeOut</key><integer>30</integer>',
    '</dict></plist>',
    '',
  ].join('\n');
