/**
 * Copies what stands in a field, and answers whether it worked. A page that frames the panel need not let it write to the
 * clipboard by itself: there the field's text is selected and copied as by hand.
 */
export async function copyFrom(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand('copy');
  }
}
