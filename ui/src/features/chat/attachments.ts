import type { Attachment } from './types';

const IMAGES = /^image\/(png|jpeg|webp|gif)$/;
const IMAGE_BYTES = 8 * 1024 * 1024;
const TEXT_BYTES = 512 * 1024;
export const MOST_ATTACHMENTS = 8;

/** Reads a file as what can be sent; an error in words for what cannot. */
export async function readAttachment(file: File): Promise<Attachment> {
  if (IMAGES.test(file.type)) {
    if (file.size > IMAGE_BYTES) throw new Error(`${file.name} is larger than 8 MiB.`);
    return { name: file.name, kind: 'image', content: await readDataUrl(file) };
  }
  if (file.size > TEXT_BYTES) throw new Error(`${file.name} is larger than 512 KiB.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    if (text.includes('\0')) throw new Error('binary');
    return { name: file.name, kind: 'text', content: text };
  } catch (error) {
    throw new Error(`${file.name} is neither an image (PNG, JPEG, WebP, GIF) nor text.`, { cause: error });
  }
}

function readDataUrl(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(new Error(`${file.name} could not be read.`)));
    reader.readAsDataURL(file);
  });
}
