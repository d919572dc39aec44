import ContactCenter
import DequeModule
import Synchronization

/// The letters of one partition that may leave and have not yet, by addressee: filled by its host, emptied by its
/// ``LetterRelay``.
///
/// It only keeps what the floor owes anyhow. A letter that finds no room is left out, and asked for again once there
/// is room.
final class LetterBox: Sendable {
    /// Which letters go one after another: those of one addressee that are as patient as each other, so that one that
    /// may wait for ever holds up none that may not.
    struct Lane: Hashable {
        let addressee: UInt16
        let isPatient: Bool

        init(of letter: Letter) {
            addressee = letter.to
            isPatient = letter.patience == nil
        }

        init(to addressee: UInt16, isPatient: Bool) {
            self.addressee = addressee
            self.isPatient = isPatient
        }
    }

    /// A letter and when it came into the box, in protocol time.
    struct Item {
        let letter: Letter
        let since: Duration
    }

    /// What there is to do next.
    enum Next {
        case deliver(Item)
        /// Nothing waits, but something was left out for want of room.
        case askAgain
    }

    fileprivate struct State {
        var waiting: [Lane: Deque<Item>] = [:]
        /// What waits.
        var known: Set<Letter.Subject> = []
        /// What is under way, each with the letter of the same subject that came in meanwhile, if one did.
        var underWay: [Letter.Subject: Item?] = [:]
        var incomplete: Set<Lane> = []
        var signals: [Lane: Signal] = [:]

        mutating func signal(of lane: Lane) -> Signal {
            if let signal = signals[lane] { return signal }
            let signal = Signal()
            signals[lane] = signal
            return signal
        }
    }

    private let bound: Int
    private let state = Mutex(State())

    /// A box that keeps at most `bound` letters of one lane waiting.
    init(bound: Int) {
        self.bound = bound
    }

    /// Takes letters in, except those that wait already.
    func post(_ letters: [Letter], at now: Duration) {
        let signals = state.withLock { state in
            letters.compactMap { state.enter(Item(letter: $0, since: now), bound: bound) }
        }
        for signal in signals { signal.raise() }
    }

    /// Waits for the next letter of a lane and takes it out; for one reader a lane.
    ///
    /// - Throws: `CancellationError` when the task is cancelled before.
    func next(in lane: Lane) async throws -> Next {
        while true {
            let (next, signal) = state.withLock { state in (state.takeNext(in: lane), state.signal(of: lane)) }
            if let next { return next }
            try await signal.wait()
        }
    }

    /// A letter that was taken out is under way no more.
    func finished(_ letter: Letter) {
        let signal = state.withLock { state in
            state.underWay.removeValue(forKey: letter.subject)?.flatMap { state.enter($0, bound: bound) }
        }
        signal?.raise()
    }
}

extension LetterBox.State {
    /// Takes an item in; returns whom to wake.
    fileprivate mutating func enter(_ item: LetterBox.Item, bound: Int) -> Signal? {
        let (subject, lane) = (item.letter.subject, LetterBox.Lane(of: item.letter))
        if underWay[subject] != nil {
            underWay[subject] = .some(item)
            return nil
        }
        guard !known.contains(subject) else { return nil }
        guard waiting[lane, default: []].count < bound else {
            incomplete.insert(lane)
            return nil
        }
        known.insert(subject)
        waiting[lane, default: []].append(item)
        return signal(of: lane)
    }

    fileprivate mutating func takeNext(in lane: LetterBox.Lane) -> LetterBox.Next? {
        guard let item = waiting[lane]?.popFirst() else {
            return incomplete.remove(lane) == nil ? nil : .askAgain
        }
        known.remove(item.letter.subject)
        underWay[item.letter.subject] = .some(nil)
        return .deliver(item)
    }
}
