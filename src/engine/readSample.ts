import { exampleSample } from '@/data/sample'
import { toJson } from '@/exports/canonical'
import type { Unit } from '@/domain/unit'
import { intakeFiles } from '@/intake/intakeFile'
import type { ReadFile, SampleReading } from './surroundings'

/** Reads a sample by the same way as any file; it is part of the program and needs no network. */
export async function readSample(sample: 'real' | 'fictional'): Promise<SampleReading> {
  if (sample === 'real') {
    const { default: text } = await import('./samples/real.json?raw')
    return read(new File([text], '真实年报样例.json'), [])
  }
  const { reports, units } = exampleSample()
  return read(new File([toJson(reports)], '示例市.json'), units)
}

async function read(file: File, units: readonly Unit[]): Promise<SampleReading> {
  const files: ReadFile[] = []
  await intakeFiles([file], { ownUnits: units, within: null }, (draft, content, reading) => {
    files.push({ draft, content, reading })
    return Promise.resolve()
  })
  return { files, units }
}
