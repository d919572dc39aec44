import Center
import Cluster
import ContactCenter
import History
import Synchronization
import Wire

/// Everybody outside of a simulated cluster: what they know outlives every node, and every wish and observation is
/// recorded in one history, for contacts of one partition meet agents of another.
final class ClusterWorld: Sendable {
    private struct State {
        var generator: SeededGenerator
        var entries: [HistoryEntry] = []
        var lastNumber: UInt64 = 0
        var openingsLeft: Int
        var contacts: [ContactID] = []
        var offers: [AgentID: [OfferView]] = [:]
        var notReady: Set<AgentID> = []
        var streams: [AgentID: UInt64] = [:]
        var positions: [AgentID: Center.NoticePosition] = [:]
        var problems: [String] = []
        var isFinished = false
    }

    let cluster: SimulatedCluster
    private let state: Mutex<State>

    init(_ cluster: SimulatedCluster, seed: UInt64, openings: Int) {
        self.cluster = cluster
        state = Mutex(State(generator: SeededGenerator(seed: seed), openingsLeft: openings))
    }

    /// The history.
    var entries: [HistoryEntry] { state.withLock { $0.entries } }
    var problems: [String] { state.withLock { $0.problems } }
    /// Contacts whose opening was acknowledged.
    var contacts: [ContactID] { state.withLock { $0.contacts } }
    /// Whether everything was done: people go home.
    var isFinished: Bool { state.withLock { $0.isFinished } }

    func finish() { state.withLock { $0.isFinished = true } }
    func report(_ problem: String) { state.withLock { $0.problems.append(problem) } }

    /// A number below `bound`, from the world's own chance.
    func choose(below bound: Int) -> Int { state.withLock { Int($0.generator.next() % UInt64(max(1, bound))) } }
    func chance(_ share: Double) -> Bool { state.withLock { $0.generator.chance(share) } }

    /// One of the nodes that run; nil when none does.
    func anyNode() -> NodeID? {
        let running = cluster.running
        return state.withLock { $0.generator.pick(running) }
    }

    func anyContact() -> ContactID? {
        state.withLock { state in
            let contacts = state.contacts
            return state.generator.pick(contacts)
        }
    }

    /// Lets some time pass, by chance up to `longest`.
    func pause(upTo longest: Duration) async {
        let microseconds = choose(below: Int(longest.wholeMicroseconds))
        let time = cluster.time
        do { try await time.sleep(until: time.now + .microseconds(microseconds)) } catch { return }
    }

    func record(_ event: HistoryEntry.Event) {
        let entry = HistoryEntry(time: cluster.time.now.wholeMicroseconds, event: event)
        state.withLock { $0.entries.append(entry) }
    }

    /// Makes a command, to be sent until its result is known.
    func makeCommand(_ body: Command.Body) -> PendingCommand {
        let now = cluster.now
        return state.withLock { state in
            state.lastNumber += 1
            let id = CommandID(time: now, random: &state.generator)
            return PendingCommand(number: state.lastNumber, command: Command(id: id, body: body))
        }
    }

    /// One more contact is to be opened; false when there were enough.
    func takeOpening() -> Bool {
        state.withLock { state in
            guard state.openingsLeft > 0 else { return false }
            state.openingsLeft -= 1
            return true
        }
    }

    func opened(_ contact: ContactID) {
        state.withLock { if !$0.contacts.contains(contact) { $0.contacts.append(contact) } }
    }

    /// Begins to listen to a new stream of an agent; whatever comes by an earlier one is not heard any more.
    func listen(_ agent: AgentID) -> (stream: UInt64, after: Center.NoticePosition?) {
        state.withLock { state in
            state.streams[agent, default: 0] += 1
            return (state.streams[agent] ?? 0, state.positions[agent])
        }
    }

    /// Whether an agent still listens to a stream.
    func listens(_ agent: AgentID, to stream: UInt64) -> Bool { state.withLock { $0.streams[agent] == stream } }

    func received(_ position: Center.NoticePosition, by agent: AgentID) {
        state.withLock { $0.positions[agent] = position }
    }

    func offered(_ offer: OfferView, to agent: AgentID) {
        state.withLock { state in
            if !state.offers[agent, default: []].contains(where: { $0.id == offer.id }) {
                state.offers[agent, default: []].append(offer)
            }
        }
    }

    /// The next offer that an agent is to answer; nil when there is none.
    func takeOffer(of agent: AgentID) -> OfferView? {
        state.withLock { state in
            guard let offers = state.offers[agent], !offers.isEmpty else { return nil }
            return state.offers[agent]?.removeFirst()
        }
    }

    func seen(_ view: AgentView) {
        state.withLock { state in
            if case .notReady = view.availability { state.notReady.insert(view.id) }
        }
    }

    /// Whether an agent was set not ready and nobody saw to it yet; says so once.
    func takeNotReady(_ agent: AgentID) -> Bool { state.withLock { $0.notReady.remove(agent) != nil } }
}
