const plainName = /^[A-Za-z_$][\w$]*$/;

/** A path into an input as a person writes it: `messages[3].role`. `root` names the whole, for an empty path. */
export function fieldPath(path: readonly PropertyKey[], root: string): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (plainName.test(String(part))) text += text === '' ? String(part) : `.${String(part)}`;
    else text += `[${JSON.stringify(shortened(String(part)))}]`;
  }
  return text === '' ? root : shortened(text, 200);
}

/** A name from outside is quoted back, but not a megabyte of it, and never ill-formed. */
function shortened(text: string, length = 40): string {
  return (text.length > length ? `${text.slice(0, length)}…` : text).toWellFormed();
}
