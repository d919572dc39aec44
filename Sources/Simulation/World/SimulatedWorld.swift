import Center
import ContactCenter
package import History
import Synchronization
import Wire

/// Everybody outside of the node: what they know outlives its crashes, and every wish and observation is recorded.
///
/// Each life of the node has a number. Whoever speaks for a life that is over is not heard: the process they would
/// have spoken through is dead.
package final class SimulatedWorld: Sendable {
    private struct State {
        var generator: SeededGenerator
        /// How many lives there were, and which is the present one; 0 between two.
        var lives = 0
        var life = 0
        var entries: [HistoryEntry] = []
        var lastNumber: UInt64 = 0
        var pending: [PendingCommand] = []
        var contacts: [ContactID] = []
        var openingsLeft: Int
        var signedIn: Set<AgentID> = []
        var positions: [AgentID: Center.NoticePosition] = [:]
        var decided: Set<ReservationID> = []
        var handled: Set<ContactID> = []
        var problems: [String] = []
        var isFinished = false
    }

    private let state: Mutex<State>

    /// - Parameter openings: How many contacts may be taken by ``takeOpening(life:)``.
    package init(seed: UInt64, openings: Int = 0) {
        state = Mutex(State(generator: SeededGenerator(seed: seed), openingsLeft: openings))
    }

    /// The history.
    package var entries: [HistoryEntry] { state.withLock { $0.entries } }
    /// What was found beside the history.
    package var problems: [String] { state.withLock { $0.problems } }
    /// Whether everything was done and read back.
    package var isFinished: Bool { state.withLock { $0.isFinished } }

    /// A new life of the node begins; the one before it is over.
    func beginLife(at time: Duration) -> Int {
        state.withLock { state in
            state.lives += 1
            state.life = state.lives
            state.handled = []
            if state.lives > 1 { state.entries.append(HistoryEntry(time: time.wholeMicroseconds, event: .restarted)) }
            return state.life
        }
    }

    /// Ends the present life; nobody is heard until the next begins.
    func endLife() {
        state.withLock { $0.life = 0 }
    }

    func record(_ event: HistoryEntry.Event, at time: Duration, life: Int) {
        change(life) { $0.entries.append(HistoryEntry(time: time.wholeMicroseconds, event: event)) }
    }

    func report(_ problem: String, life: Int) {
        change(life) { $0.problems.append(problem) }
    }

    func finish(life: Int) {
        change(life) { $0.isFinished = true }
    }

    /// A number below `bound`, from the world's own chance.
    func choose(below bound: Int) -> Int { state.withLock { Int($0.generator.next() % UInt64(max(1, bound))) } }

    func chance(_ share: Double) -> Bool { state.withLock { $0.generator.chance(share) } }

    /// Makes a command and remembers it until its result is known.
    func makeCommand(_ body: Command.Body, at now: Timestamp, time: Duration, life: Int) -> PendingCommand {
        state.withLock { state in
            let id = CommandID(time: now, random: &state.generator)
            state.lastNumber += 1
            let pending = PendingCommand(number: state.lastNumber, command: Command(id: id, body: body))
            guard state.life == life else { return pending }
            if let verb = Invocation.Verb(body) {
                let invocation = Invocation(number: pending.number, verb: verb)
                state.entries.append(HistoryEntry(time: time.wholeMicroseconds, event: .invoked(invocation)))
            }
            state.pending.append(pending)
            return pending
        }
    }

    /// The result of a command is known.
    func settle(_ pending: PendingCommand, life: Int) {
        change(life) { state in state.pending.removeAll { $0.number == pending.number } }
    }

    /// Commands that were sent in an earlier life and whose results are not known.
    func unsettled() -> [PendingCommand] { state.withLock { $0.pending } }

    /// One more contact is to be opened; false when there were enough.
    func takeOpening(life: Int) -> Bool {
        change(life) { state in
            guard state.openingsLeft > 0 else { return false }
            state.openingsLeft -= 1
            return true
        } ?? false
    }

    func opened(_ contact: ContactID, life: Int) {
        change(life) { state in
            if !state.contacts.contains(contact) { state.contacts.append(contact) }
        }
    }

    /// Contacts whose opening was acknowledged.
    var contacts: [ContactID] { state.withLock { $0.contacts } }

    func anyContact() -> ContactID? {
        state.withLock { state in
            let contacts = state.contacts
            return state.generator.pick(contacts)
        }
    }

    func isSignedIn(_ agent: AgentID) -> Bool { state.withLock { $0.signedIn.contains(agent) } }

    func signedIn(_ agent: AgentID, life: Int) {
        change(life) { _ = $0.signedIn.insert(agent) }
    }

    /// Where an agent's stream broke off; nil when nothing was received yet.
    func position(of agent: AgentID) -> Center.NoticePosition? { state.withLock { $0.positions[agent] } }

    func received(_ position: Center.NoticePosition, by agent: AgentID, life: Int) {
        change(life) { $0.positions[agent] = position }
    }

    /// Whether nobody has decided on this offer yet; says so once.
    func takeDecision(_ offer: ReservationID, life: Int) -> Bool {
        change(life) { $0.decided.insert(offer).inserted } ?? false
    }

    /// Whether nobody handles this contact in this life; says so once, until it is let go of.
    func takeHandling(_ contact: ContactID, life: Int) -> Bool {
        change(life) { $0.handled.insert(contact).inserted } ?? false
    }

    func endHandling(_ contact: ContactID, life: Int) {
        change(life) { _ = $0.handled.remove(contact) }
    }

    @discardableResult
    private func change<Result>(_ life: Int, _ body: (inout State) -> Result) -> Result? {
        state.withLock { state in
            guard state.life == life else { return nil }
            return body(&state)
        }
    }
}
