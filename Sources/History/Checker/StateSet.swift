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
    static let anything = StateSet(rawValue: 0x3F)

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

extension Invocation.Verb {
    /// The contact it is about; nil for those about an agent, an offer, or a contact that is yet to be.
    var contact: ContactID? {
        switch self {
        case .abandon(let contact), .hold(let contact), .resume(let contact), .complete(let contact),
            .finishWrapUp(let contact), .requeue(let contact), .end(let contact), .completeTransfer(let contact),
            .cancelTransfer(let contact), .updateAttributes(let contact), .transferToQueue(let contact, _, _),
            .transferToAgent(let contact, _):
            contact
        case .open, .accept, .reject, .signIn, .signOut, .setAvailability, .setCapacity: nil
        }
    }

    /// The states from which it can be carried out; nil where any will do.
    var possibleFrom: StateSet? {
        switch self {
        case .accept: .waiting
        case .hold: .connected
        case .resume: .held
        case .complete: .inHand
        case .finishWrapUp: .wrapUp
        case .abandon: StateSet.anything.subtracting(.ended)
        case .requeue, .end: StateSet.anything.subtracting(.ended)
        default: nil
        }
    }

    /// The states it may leave its contact in; nil where it changes none.
    func leaves(wrapUp: WrapUpLimit) -> StateSet? {
        switch self {
        case .open: .waiting
        case .requeue: [.queued, .offered, .ended]
        case .accept, .resume: .connected
        case .hold: .held
        case .complete: wrapUp.statesAfterComplete
        case .finishWrapUp, .end: .ended
        case .abandon: [.wrapUp, .ended]
        case .transferToQueue, .transferToAgent, .completeTransfer, .cancelTransfer: .anything
        case .reject: .waiting
        case .updateAttributes, .signIn, .signOut, .setAvailability, .setCapacity: nil
        }
    }

    /// Whether a contact that an agent had may wait again after this.
    var mayQueueAgain: Bool {
        switch self {
        case .requeue, .transferToQueue, .transferToAgent, .completeTransfer, .cancelTransfer: true
        default: false
        }
    }

    /// Whether the agent who has the contact may lose it by this.
    var mayTakeAway: Bool {
        switch self {
        case .complete, .finishWrapUp, .abandon, .requeue, .end, .transferToQueue, .transferToAgent,
            .completeTransfer, .cancelTransfer:
            true
        default: false
        }
    }
}

/// How long wrap-up may take, as far as it is known.
enum WrapUpLimit: Hashable {
    case unknown
    /// For ever.
    case none
    /// At most so many microseconds; zero leaves it out.
    case limited(Int64)

    var statesAfterComplete: StateSet {
        switch self {
        case .none: .wrapUp
        case .limited(0): .ended
        case .unknown, .limited: [.wrapUp, .ended]
        }
    }
}
