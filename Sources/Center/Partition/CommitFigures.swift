/// How long a partition's commits took and how much they held, since its owner began.
public struct CommitFigures: Hashable, Sendable {
    /// Seconds from the beginning of a record's append until it was durable.
    public internal(set) var seconds = BucketCounts(
        bounds: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10])
    /// Commands of a record: those that changed something, gathered while an append before was under way.
    public internal(set) var commands = BucketCounts(bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512])

    /// No commits.
    public init() {}
}
