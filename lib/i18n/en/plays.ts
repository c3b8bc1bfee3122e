/**
 * Plays: what to do (`_title`), why (a bracket for each figure, in the order of the play's `says`), and a draft (`_text`), in which {name} is
 * whom it goes to.
 */
export default {
  own: '{text}',
  own_reason: 'Meets the condition of this play.',

  kit_title: 'Send material that fits what they asked',
  kit: 'Still getting to know each other: [{exchanges} contacts so far], [the last {silence} days ago].',
  kit_text:
    'Hello {name},\n\nyou asked how this could work for you. I have put together what fits your case; the second page answers your question.\n\nShall we go through it together?',
  reference_title: 'Share a case like theirs',
  reference: '[{exchanges} contacts so far], and nothing bought yet.',
  reference_text:
    'Hello {name},\n\na customer in your situation solved this last year. I am sending you how they did it, with figures. If you like, I put you in touch with them.',
  first_promise_title: 'Check your first promises',
  first_promise: 'You are new to each other, and [something was promised] in the last two months.',
  first_promise_text: 'Hello {name},\n\nI said I would come back to you on this. Here is where it stands:',
  feedback_title: 'Ask how it goes',
  feedback: 'Growing, with [{exchanges} contacts], and no answer to a survey for half a year.',
  feedback_text:
    'Hello {name},\n\nhow is it going so far? What should we do differently? Two sentences are enough; I read them myself.',
  preferences_title: 'Ask what matters to them',
  preferences: 'Growing, with [{exchanges} contacts], and no open need is noted.',
  preferences_text:
    'To ask: what do they need next? How do they like to be reached, and when? What should we never do?',
  agreement_title: 'Propose a longer agreement',
  agreement: 'Steady: [{purchases} purchases], [loyalty {loyalty} of 100].',
  agreement_text:
    'Hello {name},\n\nyou order regularly. With an agreement for the year you would have fixed prices and delivery first. Shall I send you a proposal?',
  extra_title: 'Offer a further service',
  extra: 'Steady, and [bought {sincePurchase} days ago].',
  extra_text:
    'Hello {name},\n\nto what you have, something fits that saves others in your trade a lot of work. May I show you in ten minutes?',
  thanks_title: 'Say thank you',
  thanks: '[{exchanges} contacts], and [loyalty of {loyalty} of 100].',
  thanks_text_1:
    'Hello {name},\n\nno request today, just a thank you: for your trust, and for telling us plainly when something does not fit.',
  thanks_text_2:
    'Hello {name},\n\nwe looked back at the year and came upon you. Thank you for staying. As a small thanks:',
  diagnose_title: 'Find out what fell, and since when',
  diagnose: '[Last contact {silence} days ago]; [about every {gap} days] is usual.',
  diagnose_text:
    'To ask: what has changed on your side? Who decides now? What did you miss from us? What would have to happen so that we work together again as before?',
  offer_back_title: 'Make an offer within your limit',
  offer_back: 'Valuable and falling: a return is [{returns}% likely].',
  offer_back_text:
    'Hello {name},\n\nwe have not worked together for a while. For a new beginning I can offer you until the end of the month:',
  exit_reason_title: 'Ask why they left',
  exit_reason: '[Last contact {silence} days ago], and a return is not to be expected.',
  exit_reason_text:
    'Hello {name},\n\nyou are no longer with us, and that is all right. One question helps us: what was the reason? An honest sentence is enough.',
  win_back_title: 'Invite them back',
  win_back: '[{purchases} purchases] once, [the last {sincePurchase} days ago].',
  win_back_text:
    'Hello {name},\n\nsince your last order we have changed what you found lacking: . Would you like to try it again? The first month is on us.',
  silent_title: 'Get in touch',
  silent: '[Last contact {silence} days ago]; [about every {gap} days] is usual.',
  silent_text:
    'Hello {name},\n\nwe have not heard from each other for a while. How are things with you, and is there anything I can do?',
  low_score_title: 'Call about the low score',
  low_score: '[Gave {score} of 10].',
  low_score_text:
    'To say: thank you for the honest answer. To ask: what happened? What did you expect? What would make it good? Then: by when, and who.',
  case_news_title: 'Say how their case stands',
  case_news: '[A case is open], and [the last contact was {silence} days ago].',
  case_news_text:
    'Hello {name},\n\na short word on your case: we are on it. So far we have . You will hear from me again by .',
  mood_title: 'Ask what is wrong',
  mood: '[The last mark of mood] is low.',
  mood_text: 'To ask: I had the feeling that something was not right. What was it? What can I do?',
  trust_title: 'Win back trust',
  trust: '[{promisesLate} promises] of yours were kept late.',
  trust_text:
    'To say: I was late more than once, and I am sorry. From now on: what, by when, and a word in advance if it does not work.',
  need_check_title: 'Ask whether the need still holds',
  need_check: '[A need that is open] was last confirmed at least 60 days ago.',
  need_check_text:
    'Hello {name},\n\nyou told me what you were looking for. Is that still so? If it has changed, tell me how, and I adapt what I have for you.',
  greeting_title: 'Send a greeting that differs from the last',
  greeting: '[A birthday] comes within a week.',
  greeting_text_1:
    'Dear {name},\n\nall good wishes for your birthday, and a year with more good days than busy ones.',
  greeting_text_2:
    'Dear {name},\n\nhappy birthday. I hope that today nobody asks you for anything, least of all me.',
  greeting_text_3: 'Dear {name},\n\nfor your birthday: health, time, and people you like around you.',
  greeting_text_4:
    'Dear {name},\n\na year older, and still the one I most like to ask for advice. All the best today.',
  arrived_title: 'Ask whether all arrived well',
  arrived: '[Bought {sincePurchase} days ago].',
  arrived_text:
    'Hello {name},\n\nhas all arrived as it should, and does it work? If anything is missing, answer this mail; it comes to me.',
  service_title: 'Ask whether a service is due',
  service: '[Bought {sincePurchase} days ago]: about a year.',
  service_text:
    'Hello {name},\n\nit is nearly a year since your purchase. I would like to have a look at whether everything still works as it should. Which day suits you?',
  warranty_title: 'Look at it before the warranty ends',
  warranty: '[A warranty] ends within 45 days.',
  warranty_text:
    'Hello {name},\n\nyour warranty ends soon. Before it does I would like to have a look, so that whatever is to be put right is still covered. Which day suits you?',
  renewal_title: 'Talk about the renewal',
  renewal: '[A contract or renewal] is due within 45 days.',
  renewal_text:
    'Hello {name},\n\nyour contract runs until soon. What should stay, what should change? I send you a proposal by the end of the week.',
  referral_title: 'Ask for a recommendation',
  referral: '[Gave {score} of 10].',
  referral_text:
    'Hello {name},\n\nyou said that you would recommend us; that made us happy. Is there somebody to whom we could be useful too? A name is enough, or you pass this mail on.',
  next_product_title: 'Offer what goes with the last purchase',
  next_product: '[{purchases} purchases], [the last {sincePurchase} days ago].',
  next_product_text:
    'Hello {name},\n\nothers who have what you bought often take this with it: . If it fits, I put it aside for you.',
  deal_stalls_title: 'Ask how the deal stands',
  deal_stalls: '[A deal is open], and [the last contact was {silence} days ago].',
  deal_stalls_text:
    'To ask: what is still open? Who has to agree? By when? What would make the decision easy?',

  from_gap: 'Median of their own gaps, drawn to the usual one; counted on {on}.',
  from_loyalty: 'Loyalty, 0 to 100; counted on {on}.',
  from_returns: 'Probability of coming back, by the model of all contacts; counted on {on}.',
  from_score: 'Their last answer to “would you recommend”.',
  from_openCases: 'Their open cases, on {on}.',
  from_openDeals: 'Their open deals, on {on}.',
  from_need: 'Need, last confirmed {at}',
  from_figures: 'Counted from what is stored, on {on}.',
} as const;
