/** Which answers an analysis rests on, as its operations take it. */
export interface AnalysisScope {
  surveyId: string;
  aside: boolean;
  tagId?: string;
  segmentId?: string;
  from?: string;
  to?: string;
  lang?: string;
}
