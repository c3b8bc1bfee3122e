import { createServer, type Server, type Socket } from 'node:net';

export type Delivery = { from: string; to: string[]; raw: string };

type Step = { reply: string; state?: 'command' | 'data' | 'auth-user' | 'auth-password' | 'auth-plain' };

const address = (line: string): string => line.match(/<([^>]*)>/)?.[1] ?? '';

/** One SMTP conversation: every login and every recipient is accepted. */
function converse(socket: Socket, deliver: (mail: Delivery) => void): void {
  let buffer = '';
  let state: NonNullable<Step['state']> = 'command';
  let mail: Delivery = { from: '', to: [], raw: '' };

  const command = (line: string): Step => {
    const word = line.slice(0, 4).toUpperCase();
    switch (word) {
      case 'EHLO':
        return { reply: '250-lab.test\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 AUTH PLAIN LOGIN' };
      case 'HELO':
      case 'NOOP':
        return { reply: '250 ok' };
      case 'RSET':
        mail = { from: '', to: [], raw: '' };
        return { reply: '250 ok' };
      case 'MAIL':
        mail = { from: address(line), to: [], raw: '' };
        return { reply: '250 ok' };
      case 'RCPT':
        mail.to.push(address(line));
        return { reply: '250 ok' };
      case 'DATA':
        return { reply: '354 go on', state: 'data' };
      case 'AUTH':
        if (/LOGIN$/i.test(line)) return { reply: '334 VXNlcm5hbWU6', state: 'auth-user' };
        return /PLAIN$/i.test(line) ? { reply: '334 ', state: 'auth-plain' } : { reply: '235 ok' };
      case 'QUIT':
        return { reply: '221 bye' };
      default:
        return { reply: '502 not known' };
    }
  };

  const answer = (line: string): Step => {
    if (state === 'auth-user') return { reply: '334 UGFzc3dvcmQ6', state: 'auth-password' };
    if (state === 'auth-password' || state === 'auth-plain') return { reply: '235 ok', state: 'command' };
    return command(line);
  };

  const take = (end: string): string | null => {
    const at = buffer.indexOf(end);
    if (at < 0) return null;
    const text = buffer.slice(0, at);
    buffer = buffer.slice(at + end.length);
    return text;
  };

  socket.setEncoding('latin1');
  socket.on('error', () => socket.destroy());
  socket.write('220 lab.test ESMTP\r\n');
  socket.on('data', (chunk) => {
    buffer += chunk;
    for (;;) {
      const text = take(state === 'data' ? '\r\n.\r\n' : '\r\n');
      if (text === null) return;
      if (state === 'data') {
        deliver({ ...mail, raw: `${text.replace(/(^|\r\n)\.\./g, '$1.')}\r\n` });
        state = 'command';
        socket.write('250 taken\r\n');
        continue;
      }
      const step = answer(text);
      state = step.state ?? state;
      socket.write(`${step.reply}\r\n`);
      if (step.reply.startsWith('221')) socket.end();
    }
  });
}

/** Listens on a free port of the loopback; `deliver` gets each mail, its text as latin1 (a byte a character). */
export function startSmtpSink(deliver: (mail: Delivery) => void): Promise<{ port: number; server: Server }> {
  const server = createServer((socket) => converse(socket, deliver));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      resolve({ port: typeof bound === 'object' && bound ? bound.port : 0, server });
    });
  });
}
