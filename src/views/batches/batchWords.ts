import type { Batch } from '@/engine/protocol'
import { exactText } from '@/wording/numbers'

/** What a batch is. */
export function batchKind({ kind, sample }: Pick<Batch, 'kind' | 'sample'>): string {
  if (sample) return '示例'
  return kind === 'import' ? '导入' : '手工更正'
}

/** What switching a batch off or on does, before it is done. */
export function switchText(batch: Batch): string {
  const cells = exactText(batch.cells.taken + batch.cells.same)
  if (batch.active) {
    return `撤销批次 ${batch.id} 后，只由它写入的格回到它之前的样子；后来的批次写过或重复过的格不变。它的 ${cells} 格和来源文件都保留着，可以随时恢复。`
  }
  return `恢复批次 ${batch.id} 后，它的 ${cells} 格重新生效；后来的批次写过的格仍以后来的为准。`
}
