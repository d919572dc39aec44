/// The reader's end of a stream of notices: an asynchronous sequence of batches, each in order and never empty.
///
/// One reader at a time. It ends when the center ends it, and throws when the partition is lost from sight.
public struct NoticeStream: AsyncSequence, Sendable {
    public typealias Element = [NoticeItem]
    public typealias Failure = CenterError

    private let nextBatch: @Sendable () async throws(CenterError) -> [NoticeItem]?

    init(next: @escaping @Sendable () async throws(CenterError) -> [NoticeItem]?) {
        nextBatch = next
    }

    /// The next batch; nil when the stream has ended.
    public func next() async throws(CenterError) -> [NoticeItem]? { try await nextBatch() }

    public func makeAsyncIterator() -> Iterator { Iterator(stream: self) }

    /// Reads batch after batch.
    public struct Iterator: AsyncIteratorProtocol {
        let stream: NoticeStream

        public mutating func next() async throws(CenterError) -> [NoticeItem]? { try await stream.next() }
    }
}
