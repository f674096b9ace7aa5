/** Length in UTF-8, the form in which GitHub stores and limits text. */
export function byteLength(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) length += 1;
    else if (unit < 0x800) length += 2;
    // Half of a pair: both halves together are four bytes.
    else if (unit >= 0xd800 && unit <= 0xdfff) length += 2;
    else length += 3;
  }
  return length;
}
