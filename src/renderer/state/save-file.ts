/** Gives the user a file, where the browser or the window puts what is downloaded. */
const save = (fileName: string, content: Blob): void => {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
};

/** `base64` is the bytes of the file. */
export const saveFile = (fileName: string, base64: string, mediaType: string): void =>
  save(fileName, new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: mediaType }));

export const saveText = (fileName: string, content: string, mediaType: string): void =>
  save(fileName, new Blob([content], { type: mediaType }));

/** Parts behind each other are the file. */
export const saveParts = (fileName: string, parts: readonly Blob[], mediaType: string): void =>
  save(fileName, new Blob([...parts], { type: mediaType }));
