export type Places = { state: string; imapPort: number; smtpPort: number; uid: number; gid: number };

/** Dovecot for one user and any number of instances: everything it writes lies in the state folder. */
export function dovecotConf({ state, imapPort, uid, gid }: Places): string {
  return `protocols = imap
listen = 127.0.0.1
base_dir = ${state}/run
state_dir = ${state}/run
log_path = ${state}/log/dovecot.log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:~/Maildir
first_valid_uid = 1
namespace inbox {
  inbox = yes
  separator = .
  mailbox Sent {
    special_use = \\Sent
  }
  mailbox Drafts {
    special_use = \\Drafts
  }
  mailbox Trash {
    special_use = \\Trash
  }
}
service imap-login {
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=lab
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${state}/mail/%n
}
`;
}

/** Roundcube over that Dovecot and the sink. `skin` is elastic, larry or classic. */
export function roundcubeConfig({ state, imapPort, smtpPort }: Places, skin: string): string {
  const settings: Record<string, string> = {
    db_dsnw: `'sqlite:///${state}/rc/roundcube.db?mode=0640'`,
    imap_host: `'localhost:${imapPort}'`,
    smtp_host: `'localhost:${smtpPort}'`,
    smtp_user: `''`,
    smtp_pass: `''`,
    des_key: `'sidelight-24-byte-key-00'`,
    product_name: `'Lab Webmail'`,
    plugins: `['archive']`,
    skin: `'${skin}'`,
    language: `'en_US'`,
    mail_domain: `'lab.test'`,
    log_dir: `'${state}/log/'`,
    temp_dir: `'${state}/tmp/'`,
    enable_installer: 'false',
    session_lifetime: '600',
    login_rate_limit: '1000',
  };
  const lines = Object.entries(settings).map(([name, value]) => `$config['${name}'] = ${value};`);
  return `<?php\n$config = [];\n${lines.join('\n')}\n`;
}
