import Synchronization

/// One batch of notices between the receiver that puts it in and the reader that takes it out.
final class NoticeInbox: Sendable {
    private struct State {
        var batch: [NoticeItem] = []
        /// Nothing more comes: the sender has ended, with an error or without.
        var ending: Result<Void, CenterError>?
        /// The reader has gone.
        var isClosed = false
    }

    private let state = Mutex(State())
    private let filled = Signal()
    private let emptied = Signal()

    /// Puts a batch in; waits until the one before was taken out.
    ///
    /// - Throws: ``CenterError/Code/cancelled`` when the reader has gone.
    func put(_ items: [NoticeItem]) async throws(CenterError) {
        while true {
            try check()
            let isIn = state.withLock { state in
                guard state.batch.isEmpty else { return false }
                state.batch = items
                return true
            }
            if isIn { return filled.raise() }
            do { try await emptied.wait() } catch { throw Self.gone(error) }
        }
    }

    /// Takes the next batch out; nil when no more will come.
    func next() async throws(CenterError) -> [NoticeItem]? {
        while true {
            let (batch, ending) = state.withLock { state in
                defer { state.batch = [] }
                return (state.batch, state.ending)
            }
            if !batch.isEmpty {
                emptied.raise()
                return batch
            }
            if let ending {
                try ending.get()
                return nil
            }
            do { try await filled.wait() } catch { throw Self.gone(error) }
        }
    }

    /// Throws when the reader has gone.
    func check() throws(CenterError) {
        if state.withLock({ $0.isClosed }) { throw Self.gone(nil) }
    }

    /// No more will be put in.
    func end(_ error: CenterError?) {
        state.withLock { state in
            if state.ending == nil { state.ending = error.map { .failure($0) } ?? .success(()) }
        }
        filled.raise()
    }

    /// The reader goes; whoever puts something in is told.
    func close() {
        state.withLock { $0.isClosed = true }
        emptied.raise()
    }

    private static func gone(_ cause: (any Error)?) -> CenterError {
        CenterError(.cancelled, "The reader of a stream of notices went away.", cause: cause)
    }
}
