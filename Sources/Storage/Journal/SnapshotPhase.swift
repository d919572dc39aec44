/// Where a stored snapshot is in its life.
enum SnapshotPhase: Int {
    /// Its chunks are being written.
    case arriving = 0
    /// All of it is there.
    case whole = 1
    /// It is not wanted any more; its chunks are being removed.
    case leaving = 2
}
