import { connect } from 'node:net';

/** One IMAP conversation: answers with all that was said once the last command is done. Rejects when nobody listens. */
function converse(port: number, commands: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    let done = -1;
    socket.setEncoding('utf8');
    socket.once('error', reject);
    socket.once('close', () => resolve(said));
    socket.on('data', (text: string) => {
      said += text;
      const next = done < 0 ? said.includes('\r\n') : said.includes(`\r\nA${done} `);
      if (!next) return;
      done += 1;
      const command = commands[done];
      if (command === undefined) socket.end();
      else socket.write(`A${done} ${command}\r\n`);
    });
  });
}

/**
 * Opens each folder once, so that Dovecot has numbered its mails before Roundcube comes: Roundcube asks for the list and
 * the counts over several connections at once, and of two that find a new folder the second may be told that it is empty.
 * @param folders how many mails must be in each
 */
export async function numberMails(port: number, folders: Record<string, number>): Promise<void> {
  const deadline = Date.now() + 20_000;
  const names = Object.keys(folders);
  for (;;) {
    const said = await converse(port, [
      'LOGIN lab lab',
      ...names.map((name) => `SELECT ${name}`),
      'LOGOUT',
    ]).catch(String);
    const found = [...said.matchAll(/^\* (\d+) EXISTS/gm)].map(([, count]) => Number(count));
    if (names.every((name, i) => (found[i] ?? 0) >= (folders[name] ?? 0))) return;
    if (Date.now() > deadline) throw new Error(`Dovecot does not show the seeded mails: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
