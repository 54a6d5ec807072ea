/** Gives the user a file, where the browser or the window puts what is downloaded. `base64` is its bytes. */
export const saveFile = (fileName: string, base64: string, mediaType: string): void => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
};
