import { fileInArchive } from '../archive'
import { encodingSamples, SAMPLED_BYTES, type EncodingSample } from './encodingSamples'

/**
 * How the beginning of a file reads in each encoding. `path` is that of the file, `inner` that of the one meant
 * inside it where it is an archive. Empty where there is none.
 */
export async function sampleFile(
  content: Blob,
  path: string,
  inner: string | null,
): Promise<EncodingSample[]> {
  if (inner === null) {
    return encodingSamples(new Uint8Array(await content.slice(0, SAMPLED_BYTES).arrayBuffer()))
  }
  const bytes = new Uint8Array(await content.arrayBuffer())
  const found = fileInArchive({ name: path, path, bytes }, inner)
  return found === null ? [] : encodingSamples(found.bytes.subarray(0, SAMPLED_BYTES))
}
