/** The library's other half, which ships without types: looked up by name, never called by us. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object
}
