public import ContactCenter
import DequeModule
import Synchronization

/// One reader's place at a partition's notices: a bounded queue between the host that fills it and one reader.
///
/// When the reader is too slow and the queue is full, what is in it is dropped and the subscription lapses; the host
/// then begins it again from the whole state. It never grows beyond its bound.
public final class NoticeSubscription: Sendable {
    /// What there is to read.
    enum Delivery {
        case items([NoticeItem])
        /// Items were dropped: to be begun again from the whole state.
        case lapsed
        case ended
    }

    private enum Phase {
        /// Nothing is taken in before the whole state or the missed notices are.
        case idle
        case active
        case lapsed
        case ended(CenterError?)
    }

    private struct State {
        var phase = Phase.idle
        var items: Deque<NoticeItem> = []
    }

    /// Whose notices are read.
    public let audience: Directive.Audience
    let id: UInt64
    private let bound: Int
    private let state = Mutex(State())
    private let signal = Signal()

    init(id: UInt64, audience: Directive.Audience, bound: Int) {
        self.id = id
        self.audience = audience
        self.bound = bound
    }

    /// Begins the stream, or begins it again, with these items; later ones follow.
    func begin(with items: [NoticeItem]) {
        state.withLock { state in
            if case .ended = state.phase { return }
            state.phase = .active
            state.items = Deque(items)
        }
        signal.raise()
    }

    /// Takes in one more item.
    func push(_ item: NoticeItem) {
        let isNews = state.withLock { state in
            guard case .active = state.phase else { return false }
            if state.items.count < bound {
                state.items.append(item)
            } else {
                state.items.removeAll()
                state.phase = .lapsed
            }
            return true
        }
        if isNews { signal.raise() }
    }

    /// Ends the stream behind what is already in it; with an error it ends at once.
    func end(_ error: CenterError? = nil) {
        state.withLock { state in
            if case .ended = state.phase { return }
            state.phase = .ended(error)
            if error != nil { state.items.removeAll() }
        }
        signal.raise()
    }

    /// Whether it was not begun yet.
    var isFresh: Bool {
        state.withLock { state in
            if case .idle = state.phase { true } else { false }
        }
    }

    /// Whether the stream lapsed and was not yet begun again; says so once.
    func takeLapse() -> Bool {
        state.withLock { state in
            guard case .lapsed = state.phase else { return false }
            state.phase = .idle
            return true
        }
    }

    /// Waits for the next items and takes at most `count` of them.
    func next(upTo count: Int) async throws(CenterError) -> Delivery {
        while true {
            if let delivery = try take(upTo: count) { return delivery }
            do { try await signal.wait() } catch {
                throw CenterError(.cancelled, "The reader of a stream of notices went away.", cause: error)
            }
        }
    }

    private func take(upTo count: Int) throws(CenterError) -> Delivery? {
        let result: Result<Delivery?, CenterError> = state.withLock { state in
            if !state.items.isEmpty {
                let taken = Array(state.items.prefix(count))
                state.items.removeFirst(taken.count)
                return .success(.items(taken))
            }
            switch state.phase {
            case .idle, .active: return .success(nil)
            case .lapsed: return .success(.lapsed)
            case .ended(nil): return .success(.ended)
            case .ended(let error?): return .failure(error)
            }
        }
        return try result.get()
    }
}
