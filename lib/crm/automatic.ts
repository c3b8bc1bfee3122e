/** Addresses that nobody reads: local part, with an optional suffix such as `+tag` or `-eu`. */
const ROBOT =
  /^(?:no-?_?\.?reply|do-?_?\.?not-?_?\.?reply|donotreply|mailer-?daemon|postmaster|bounces?|notifications?|notify|alerts?|newsletters?|news|mailing|automated|auto-?confirm|system|robot)(?:[+._-].*)?$/;

/** Subjects that mail servers write by themselves. */
const ANSWERED_BY_MACHINE =
  /^\s*(?:(?:re|aw|sv|回复|回覆|答复)\s*[:：]\s*)*(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response)|out of (?:the )?office|undeliver(?:ed|able)|delivery (?:status notification|has failed|failure)|mail delivery (?:failed|subsystem)|returned mail|read(?: receipt)?:|自动回复|自動回覆|自动答复|外出自动|退信|系统退信|无法投递|無法投遞|郵件傳遞失敗|已读[:：]|已讀[:：])/i;

/** Whether an e-mail address belongs to a machine: `noreply@`, `mailer-daemon@`, `newsletter+eu@`. */
export function isAutomaticAddress(address: string): boolean {
  return ROBOT.test(address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase());
}

/** Whether a mail with this subject was written by a machine: an absence note, a bounce, a read receipt. */
export function isAutomaticSubject(subject: string): boolean {
  return ANSWERED_BY_MACHINE.test(subject);
}
