import type { Letter } from './mailbox';

/** Mails in English. `who` is a key of the practice people, or a stranger by name and address. */
export function lettersEn(year: number): Letter[] {
  return [
    {
      id: 'ingrid-again',
      who: 'ingrid',
      also: ['tomas'],
      hoursAgo: 2,
      subject: `Re: Invoice ${year}-114`,
      text: `Dear Mara,
        Thanks for the corrected copy, accounts will pay it today.
        Tomas asks whether the price list for ${year + 1} is settled, he closes the budget at the end of the month. If freight to Tromsø stands apart, it is easier for us to approve.
        I also gave your name to Priya Raman at Northquay Survey. She looks for the same kind of instrument and will write to you.
        Kind regards,
        Ingrid`,
    },
    {
      id: 'priya-hello',
      who: { name: 'Priya Raman', address: 'priya.raman@northquay.example' },
      hoursAgo: 1,
      subject: 'Introduction from Ingrid Solheim',
      text: `Dear Mara,
        Ingrid at Fjordlab told me that you know field spectrometers better than anybody. We survey harbour sediments and need two units before summer.
        Could you tell me which model stands salt water, and what a loan unit for a week would cost?
        Best wishes,
        Priya Raman
        Survey Lead, Northquay Survey
        Phone +44 20 7946 0181
        www.northquay.example`,
    },
    {
      id: 'payroll',
      who: { name: 'Payroll', address: 'no-reply@payroll.example' },
      hoursAgo: 3,
      subject: 'Your statement of this month',
      text: `The statement of this month is ready in your account.
        This message was written by a machine. Nobody reads what you answer.`,
    },
    {
      id: 'kenji-mount',
      who: { name: 'Kenji Mori', address: 'kenji.mori@acme-optics.example' },
      hoursAgo: 5,
      subject: 'The mount of the compact model',
      text: `Hello Mara,
        Li Wei gave me your address. Does the compact model fit a standard tripod, or do we need the plate?
        Kenji`,
    },
    {
      id: 'marit-thanks',
      who: 'marit',
      day: 1,
      time: '15:48',
      subject: 'Thank you',
      text: `Dear Mara,
        The team was very happy with the training. You may name us as a reference, with the photo if you like it.
        Marit`,
    },
    {
      id: 'liwei-samples',
      who: 'li.wei',
      day: 2,
      time: '09:58',
      subject: 'Samples arrived',
      text: `Hi Mara,
        All twelve pieces came through customs and look fine. Could you send the test sheet, so that the lab can start on Thursday?
        Li Wei`,
    },
    {
      id: 'rail',
      who: { name: 'Rail Bulletin', address: 'newsletter@rail.example' },
      day: 2,
      time: '08:00',
      subject: 'Works on the coast line',
      text: `From the end of the month trains end at Harbour Junction. Buses take you on.
        You get this bulletin because you asked for it.`,
    },
    {
      id: 'amara-gate',
      who: 'amara',
      day: 4,
      time: '11:05',
      subject: 'Which gate on Monday',
      text: `Good morning Mara,
        Gate 3 is closed on Monday, please use gate 1 and ask for the site office. Which car will you come with? Security wants the plate.
        Amara`,
    },
    {
      id: 'yusuf-date',
      who: 'yusuf',
      out: true,
      day: 5,
      time: '10:45',
      subject: 'A date for the installation',
      text: `Dear Yusuf,
        We could install in the second or the third week of next month. Which one suits the laboratory?
        Mara`,
    },
    {
      id: 'noor-calendar',
      who: 'noor',
      day: 6,
      time: '13:05',
      subject: 'Calendar of the field season',
      text: `Dear Mara,
        When you have the calendar of the field season, would you share it with us? We plan the boats around it.
        Noor`,
    },
    {
      id: 'lena-bowl',
      who: { name: 'Lena Wirth', address: 'lena@havn.example' },
      day: 7,
      time: '10:12',
      subject: 'Glass for the shop window',
      text: `Hello,
        Marit says that you know who cuts optical glass. We look for one bowl, forty centimetres wide, for the shop window.
        Lena Wirth
        Havn, Aarhus`,
    },
    {
      id: 'tomas-tolerance',
      who: 'tomas',
      out: true,
      also: ['ingrid'],
      day: 8,
      time: '14:35',
      subject: 'Tolerance figures for rev C',
      text: `Hello Tomas,
        Two of the three places are fine with us. For the third we need your figure: plus or minus 0.02, or 0.05?
        Mara`,
    },
    {
      id: 'jonas-renewal',
      who: 'jonas.weil',
      day: 9,
      time: '09:12',
      subject: 'Renewal: two questions on the service fee',
      text: `Dear Mara,
        Before I sign I would like to understand the new service fee, and who comes on site.
        The contract ends at the turn of the year, so there is some time, but not much.
        Regards,
        Jonas Weil`,
    },
    {
      id: 'tomas-spec',
      who: 'tomas',
      day: 9,
      time: '10:20',
      subject: 'Specification, rev C',
      text: `Hello Mara,
        I marked three places where the tolerance seems too tight. Could you look at them?
        Tomas`,
    },
    {
      id: 'bounce',
      who: { name: 'Mail Delivery Subsystem', address: 'mailer-daemon@northlight.example' },
      day: 11,
      time: '16:02',
      subject: 'Undeliverable: Spring fair',
      text: `Your message to hanne@fjordlab.example could not be delivered: there is no such mailbox.`,
    },
    {
      id: 'ana-order',
      who: 'ana',
      out: true,
      day: 16,
      time: '15:20',
      subject: 'Signed order form',
      text: `Dear Ana,
        The order form is attached. With your signature by the end of the month the old price still holds.
        Mara`,
    },
    {
      id: 'wanda-fair',
      who: 'wanda',
      day: 17,
      time: '12:31',
      subject: 'Stand at the spring fair',
      text: `Dear Mara,
        Corner stand or row stand? The corner costs a third more, and last year everybody passed the corner.
        Wanda Król`,
    },
    {
      id: 'ingrid-thanks',
      who: 'ingrid',
      day: 94,
      time: '17:02',
      subject: `Re: Invoice ${year}-114`,
      text: `Thank you, Mara. I wait for the price list then.
        Ingrid`,
    },
    {
      id: 'ingrid-invoice',
      who: 'ingrid',
      out: true,
      day: 94,
      time: '16:12',
      subject: `Invoice ${year}-114, corrected`,
      text: `Dear Ingrid,
        Here is the corrected invoice, with freight as you asked. I will send you the ${year + 1} price list by Wednesday.
        Mara`,
    },
  ];
}
