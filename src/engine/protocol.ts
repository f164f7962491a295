import type { MatrixQuestion } from '@/analysis/answer'
import type { BatchApi } from './batchProtocol'
import type { BoundaryApi } from './boundaryProtocol'
import type { CheckApi } from './checkProtocol'
import type { CorrectionApi } from './correctionProtocol'
import type { DocumentApi } from './documentProtocol'
import type { DraftApi } from './draftProtocol'
import type { FileApi } from './fileProtocol'
import type { GroupApi } from './groupProtocol'
import type { MappingApi } from './mappingProtocol'
import type { MeasureApi } from './measureProtocol'
import type { PackageApi } from './packageProtocol'
import type { QuestionApi } from './questionProtocol'
import type { ReviewApi } from './reviewProtocol'
import type { SearchApi } from './searchProtocol'
import type { SentAnswer } from './sentAnswer'
import type { SheetApi } from './sheetProtocol'
import type { StatusApi } from './statusProtocol'
import type { UnitApi } from './unitProtocol'

/**
 * What the pages may ask of the engine, the worker that owns the data. Every method may reject with
 * an `EngineError`; nothing else is thrown across.
 */
export interface EngineApi
  extends
    BatchApi,
    BoundaryApi,
    CheckApi,
    CorrectionApi,
    DocumentApi,
    DraftApi,
    FileApi,
    GroupApi,
    MappingApi,
    MeasureApi,
    PackageApi,
    QuestionApi,
    ReviewApi,
    SearchApi,
    SheetApi,
    StatusApi,
    UnitApi {}

/** What only the client of a page asks of the engine. */
export interface EngineWorkerApi extends EngineApi {
  /** `ask`, with labels left out that this page has. */
  askSent(question: MatrixQuestion): Promise<SentAnswer>
  /** Takes one import from an intake worker; a later port or `discardDraft` makes it deaf. */
  listen(port: MessagePort): Promise<void>
}
