import ContactCenter

/// The states a contact may be in, as far as acknowledgements say.
struct StateSet: OptionSet, Hashable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }
    init(_ state: ContactState) { rawValue = 1 << state.rawValue }

    static let queued = StateSet(.queued)
    static let offered = StateSet(.offered)
    static let connected = StateSet(.connected)
    static let held = StateSet(.held)
    static let wrapUp = StateSet(.wrapUp)
    static let ended = StateSet(.ended)
    static let waiting: StateSet = [.queued, .offered]
    static let inHand: StateSet = [.connected, .held]
    static let anything = ContactState.allCases.reduce(StateSet()) { $0.union(StateSet($1)) }

    /// The states that come no earlier in a life than both of two sets do at the earliest: where a contact may be that
    /// was in either, in whichever order, when nothing takes it back to where it was before.
    func advanced(by other: StateSet) -> StateSet {
        let earliest = max(earliestStage, other.earliestStage)
        let late = Self.stages[earliest...].reduce(StateSet()) { $0.union($1) }
        return union(other).intersection(late)
    }

    private static let stages: [StateSet] = [.waiting, .inHand, .wrapUp, .ended]

    private var earliestStage: Int { Self.stages.firstIndex { !isDisjoint(with: $0) } ?? 0 }

    /// The states' names, for people.
    var names: String {
        ContactState.allCases.filter { contains(StateSet($0)) }.map(\.name).joined(separator: " or ")
    }
}
