import Cluster
import ContactCenter
import Synchronization
import Wire

/// A network whose packets and messages are on their way until somebody delivers them.
final class SimulatedNetwork: Sendable {
    private struct Pair: Hashable {
        let sender: NodeID
        let receiver: NodeID
    }

    private struct Parcel {
        let passage: MemoryPassage
        let due: Duration
    }

    private struct State {
        var generator: SeededGenerator
        var parcels: [Parcel] = []
        /// When the last packet of one node for another is due.
        var lastDue: [Pair: Duration] = [:]
        var cutOff: Set<NodeID> = []
    }

    let network = MemoryNetwork()
    private let time: VirtualTime
    private let faults: NetworkFaults
    private let state: Mutex<State>

    init(seed: UInt64, time: VirtualTime, faults: NetworkFaults) {
        self.time = time
        self.faults = faults
        state = Mutex(State(generator: SeededGenerator(seed: seed)))
        network.intercept { [weak self] in self?.accept($0) }
    }

    /// When the next parcel for one of these nodes is due; nil when there is none. Complexity: O(parcels under way).
    func nextDue(for nodes: Set<NodeID>) -> Duration? {
        state.withLock { state in
            Self.first(of: state.parcels, for: nodes).map { state.parcels[$0].due }
        }
    }

    /// Delivers the parcel that is due first for one of these nodes. Complexity: O(parcels under way).
    ///
    /// - Returns: False when none is due.
    func deliverOne(to nodes: Set<NodeID>) -> Bool {
        let now = time.now
        let parcel: Parcel? = state.withLock { state in
            guard let first = Self.first(of: state.parcels, for: nodes), state.parcels[first].due <= now else {
                return nil
            }
            return state.parcels.remove(at: first)
        }
        parcel?.passage.deliver()
        return parcel != nil
    }

    /// Whether nothing reaches a node, or comes from it, until it is joined again.
    func isCutOff(_ node: NodeID) -> Bool { state.withLock { $0.cutOff.contains(node) } }

    /// Cuts a node off from all others, or joins it again.
    func setCutOff(_ node: NodeID, _ isCutOff: Bool) {
        state.withLock { state in
            if isCutOff {
                state.cutOff.insert(node)
                state.parcels.removeAll { $0.passage.receiver == node }
            } else {
                state.cutOff.remove(node)
            }
        }
    }

    private static func first(of parcels: [Parcel], for nodes: Set<NodeID>) -> Int? {
        var first: Int?
        for index in parcels.indices where nodes.contains(parcels[index].passage.receiver) {
            if let found = first, parcels[found].due <= parcels[index].due { continue }
            first = index
        }
        return first
    }

    private func accept(_ passage: MemoryPassage) {
        let now = time.now
        state.withLock { state in
            guard !state.cutOff.contains(passage.sender), !state.cutOff.contains(passage.receiver) else { return }
            let isOwn = passage.sender == passage.receiver
            if !isOwn, state.generator.chance(faults.lost) { return }
            let copies = state.generator.chance(faults.repeated) ? 2 : 1
            for _ in 0..<copies {
                let span = UInt64(max(1, faults.slowest.wholeMicroseconds))
                var due = now + .microseconds(Int64(state.generator.next() % span))
                if passage.topic == nil {
                    let pair = Pair(sender: passage.sender, receiver: passage.receiver)
                    due = max(due, state.lastDue[pair] ?? due)
                    state.lastDue[pair] = due
                }
                state.parcels.append(Parcel(passage: passage, due: due))
            }
        }
    }
}
