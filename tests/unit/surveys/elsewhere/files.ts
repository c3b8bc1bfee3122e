/** Definitions as other programs write them, of the project's own making. */

export const SURVEYJS = {
  title: { default: 'Kiln Street', 'zh-Hans': '窑街' },
  description: 'Two minutes.',
  completedHtml: '<h3>Thank you</h3><p>We read all of it.</p>',
  pages: [
    {
      name: 'first',
      elements: [
        {
          type: 'rating',
          name: 'nps',
          title: { default: 'Would you recommend us?', 'zh-Hans': '你会推荐我们吗？' },
          isRequired: true,
          rateMin: 0,
          rateMax: 10,
          minRateDescription: 'No',
          maxRateDescription: 'Yes',
        },
        {
          type: 'comment',
          name: 'why',
          title: 'What went wrong?',
          visibleIf: '{nps} < 7 and {nps} notempty',
        },
        {
          type: 'panel',
          name: 'more',
          visibleIf: '{nps} >= 9',
          elements: [
            {
              type: 'checkbox',
              name: 'what',
              title: 'What did you like?',
              choices: ['Bowls', { value: 'jugs', text: 'Jugs' }],
              showOtherItem: true,
              otherText: 'Something else',
              choicesOrder: 'random',
            },
            { type: 'text', name: 'which', title: 'Which jug?', visibleIf: "{what} contains 'jugs'" },
          ],
        },
      ],
    },
    {
      name: 'second',
      elements: [
        { type: 'rating', name: 'stars', title: 'How was it?', rateType: 'stars', rateCount: 5, rateMax: 5 },
        { type: 'boolean', name: 'again', title: 'Would you come again?' },
        {
          type: 'matrix',
          name: 'table',
          title: 'And these?',
          columns: [
            { value: 1, text: 'Bad' },
            { value: 2, text: 'Good' },
          ],
          rows: ['Packing', { value: 'delivery', text: 'Delivery' }],
        },
        {
          type: 'text',
          name: 'mail',
          inputType: 'email',
          title: 'Your address?',
          visibleIf: '{again} = true',
        },
        { type: 'html', name: 'note', html: '<b>Nearly</b> there &amp; done' },
        { type: 'file', name: 'photo', title: 'A picture?' },
        { type: 'text', name: 'odd', title: 'Odd?', visibleIf: 'iif({nps} > 2, 1, 0) = 1' },
        { type: 'text', name: 'code', title: 'Code?', validators: [{ type: 'regex' }] },
      ],
    },
  ],
  triggers: [{ type: 'complete', expression: '{nps} = 0' }],
};

export const FORMBRICKS = {
  preset: {
    name: 'Kiln Street',
    welcomeCard: { enabled: true, headline: { default: 'Hello' } },
    questions: [
      {
        id: 'a1',
        type: 'nps',
        headline: { default: 'Would you recommend us?', de: 'Würden Sie uns empfehlen?' },
        required: true,
        lowerLabel: { default: 'No' },
        upperLabel: { default: 'Yes' },
        logic: [{ id: 'l1' }],
      },
      {
        id: 'b2',
        type: 'multipleChoiceSingle',
        headline: { default: 'What did you buy?' },
        choices: [
          { id: 'x', label: { default: 'Bowls' } },
          { id: 'y', label: { default: 'A jug' } },
          { id: 'other', label: { default: 'Something else' } },
        ],
        shuffleOption: 'exceptLast',
      },
      { id: 'c3', type: 'rating', headline: { default: 'How was it?' }, scale: 'smiley', range: 5 },
      {
        id: 'd4',
        type: 'openText',
        headline: { default: '<p class="x">Anything else?</p>' },
        inputType: 'text',
      },
      { id: 'e5', type: 'fileUpload', headline: { default: 'A picture?' } },
    ],
    endings: [{ id: 'z', type: 'endScreen', headline: { default: 'Thanks' }, subheader: { default: 'Bye' } }],
    hiddenFields: { enabled: true, fieldIds: ['order'] },
  },
};

export const QUALTRICS = {
  SurveyEntry: { SurveyID: 'SV_1', SurveyName: 'Kiln Street', SurveyLanguage: 'EN' },
  SurveyElements: [
    {
      Element: 'BL',
      Payload: [
        {
          Type: 'Default',
          Description: 'First',
          BlockElements: [
            { Type: 'Question', QuestionID: 'QID2' },
            { Type: 'Page Break' },
            { Type: 'Question', QuestionID: 'QID1' },
            { Type: 'Question', QuestionID: 'QID3' },
            { Type: 'Question', QuestionID: 'QID5' },
          ],
        },
        { Type: 'Trash', Description: 'Bin', BlockElements: [{ Type: 'Question', QuestionID: 'QID4' }] },
      ],
    },
    { Element: 'FL', Payload: { Flow: [{ Type: 'Branch', Description: 'Only buyers', Flow: [] }] } },
    {
      Element: 'SQ',
      PrimaryAttribute: 'QID1',
      Payload: {
        QuestionText: 'What did you buy?<br>One of these&nbsp;please',
        QuestionType: 'MC',
        Selector: 'SAVR',
        Choices: {
          1: { Display: 'Bowls' },
          2: { Display: 'Something else', TextEntry: 'true' },
          3: { Display: '<b>A jug</b>' },
        },
        ChoiceOrder: ['3', '1', '2'],
        Validation: { Settings: { ForceResponse: 'ON' } },
        Language: {
          'ZH-S': { QuestionText: '你买了什么？', Choices: { 1: { Display: '碗' }, 3: { Display: '壶' } } },
        },
        DisplayLogic: { 0: {} },
      },
    },
    {
      Element: 'SQ',
      PrimaryAttribute: 'QID2',
      Payload: { QuestionText: 'Would you recommend us?', QuestionType: 'MC', Selector: 'NPS', Choices: {} },
    },
    {
      Element: 'SQ',
      PrimaryAttribute: 'QID3',
      Payload: {
        QuestionText: 'And these?',
        QuestionType: 'Matrix',
        Selector: 'Likert',
        SubSelector: 'SingleAnswer',
        Choices: { 1: { Display: 'Packing' }, 2: { Display: 'Delivery' } },
        Answers: { 1: { Display: 'Bad' }, 2: { Display: 'Good' } },
        RecodeValues: { 1: '1', 2: '2' },
      },
    },
    {
      Element: 'SQ',
      PrimaryAttribute: 'QID4',
      Payload: { QuestionText: 'Old?', QuestionType: 'TE', Selector: 'SL' },
    },
    {
      Element: 'SQ',
      PrimaryAttribute: 'QID5',
      Payload: { QuestionText: 'Click there', QuestionType: 'HeatMap' },
    },
  ],
};
