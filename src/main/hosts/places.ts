/** Where the parts lie that a host starts or serves: among the sources, or beside a built main process. */
export interface Places {
  readonly syncWorker: URL;
  readonly practiceWorker: URL;
  readonly bundleWorker: URL;
  /** Absolute path of the built screens. */
  readonly renderer: string;
  readonly version: string;
}
