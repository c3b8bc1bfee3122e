import type { ComponentType } from 'preact';
import type { QuestionType } from '../../../lib/surveys/form';
import { Choices, Dropdown, Matrix } from './choices';
import type { Field } from './field';
import { Consent, Day, Line, LongText, Slider } from './inputs';
import { Ranking } from './ranking';
import { Scale, YesNo } from './scale';

export const CONTROLS: Record<QuestionType, ComponentType<Field>> = {
  nps: Scale,
  csat: Scale,
  ces: Scale,
  single: Choices,
  multiple: Choices,
  dropdown: Dropdown,
  yesno: YesNo,
  matrix: Matrix,
  ranking: Ranking,
  slider: Slider,
  text: Line,
  longtext: LongText,
  email: Line,
  phone: Line,
  number: Line,
  date: Day,
  consent: Consent,
  statement: () => null,
};
