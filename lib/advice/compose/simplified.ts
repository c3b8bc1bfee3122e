import { SIMPLIFIED } from './simplified-table';

/** Names that are written in traditional or in simplified characters, made comparable. */

let forms: Map<string, string> | null = null;

/** Made when first asked for: most mails greet nobody in Chinese. */
function simplifiedForms(): Map<string, string> {
  forms ??= new Map(SIMPLIFIED.match(/../gu)?.map((pair) => [...pair] as [string, string]));
  return forms;
}

/** A text with each traditional character in its simplified form; of the same length. */
export const simple = (text: string) => [...text].map((sign) => simplifiedForms().get(sign) ?? sign).join('');
