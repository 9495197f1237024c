// Photographs of pages: upright, and small enough for a weak line. A page of A4 is read at 200 dots an inch with 2340 pixels on
// its long side; a camera of today makes twice that, and four times the bytes.
const longSide = 2340;
const quality = 0.82;

/** The picture as the camera meant it, at most 2340 pixels long. The file as it is when that would not make it smaller. */
export async function shrunk(file: File): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height));
  const canvas = drawn(document.createElement('canvas'), picture, scale);
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  if (!smaller || smaller.size >= file.size) return file;
  return new File([smaller], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg', lastModified: file.lastModified });
}

/** Draws a small view of a picture into a canvas: our policy lets no blob address into an image. */
export async function drawSmall(canvas: HTMLCanvasElement, file: Blob, width: number): Promise<void> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  drawn(canvas, picture, width / picture.width);
}

function drawn(canvas: HTMLCanvasElement, picture: ImageBitmap, scale: number): HTMLCanvasElement {
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}
