import Cluster

/// Decides which partitions a node begins and ceases to serve: the machine behind a ``PartitionKeeper``.
///
/// A partition that a living node owns is left to it. One without an owner is taken over by the node that
/// ``Cluster/Placement`` names, which every node computes alike. Where two try all the same, the partition's journal
/// lets one win; the other looks again after a while. A node takes nothing over before it has settled
/// (``Cluster/Membership/mayTakeOver(at:)``). An island and the others leave their partitions to each other
/// (``CenterLayout/mayOwn(_:site:)``): who finds the other silent is cut off from it, and not it from its journal.
struct PartitionKeeping {
    /// What is to be done.
    enum Directive: Hashable {
        /// Take the partition over and serve it.
        case takeOver(PartitionID)
        /// Hand it over to the next owner.
        case handOver(PartitionID)
        /// Cease to serve it at once: another owns it.
        case stepDown(PartitionID)
    }

    private enum Phase {
        case takingOver
        case serving(Epoch)
        case handingOver
        case steppingDown
    }

    /// How long a partition whose takeover failed, or that was lost to another, is left alone. One that was handed over
    /// may come back at once.
    static let pause: Duration = .seconds(1)

    private let layout: CenterLayout
    private var phases: [PartitionID: Phase] = [:]
    private var leftAloneUntil: [PartitionID: Duration] = [:]

    /// The machine of a node that serves nothing yet.
    init(_ layout: CenterLayout) {
        self.layout = layout
    }

    /// Whether the node serves nothing and is about to serve nothing.
    var isIdle: Bool { phases.isEmpty }

    /// Looks at the cluster as the node sees it now.
    ///
    /// - Returns: What is to be done, in the order of the layout.
    mutating func look(at membership: Membership, now: Duration) -> [Directive] {
        let mayTakeOver = membership.mayTakeOver(at: now)
        return layout.places.compactMap { place in
            let partition = place.partition
            switch phases[partition] {
            case nil:
                guard mayTakeOver, leftAloneUntil[partition].map({ now >= $0 }) ?? true,
                    membership.owner(of: partition) == nil,
                    Placement(membership, of: { layout.mayOwn(place, site: $0) }).node(for: partition)
                        == membership.node
                else { return nil }
                phases[partition] = .takingOver
                return .takeOver(partition)
            case .takingOver:
                return membership.isDraining ? handOver(partition) : nil
            case .serving(let epoch):
                if membership.isDraining { return handOver(partition) }
                guard let owner = membership.owner(of: partition), owner.epoch > epoch else { return nil }
                phases[partition] = .steppingDown
                return .stepDown(partition)
            case .handingOver, .steppingDown: return nil
            }
        }
    }

    /// The takeover of a partition is durable.
    mutating func serves(_ partition: PartitionID, epoch: Epoch) {
        if case .takingOver = phases[partition] { phases[partition] = .serving(epoch) }
    }

    /// A partition that is served here is to be handed over.
    ///
    /// - Returns: The epoch in which it is owned; nil when it is not served here, or is handed over already.
    mutating func beginHandOver(_ partition: PartitionID) -> Epoch? {
        guard case .serving(let epoch) = phases[partition] else { return nil }
        phases[partition] = .handingOver
        return epoch
    }

    /// A partition is not served any more, or could not be taken over.
    ///
    /// - Parameter isForGood: Whether this node leaves it alone for as long as it runs.
    mutating func ended(_ partition: PartitionID, at now: Duration, isForGood: Bool = false) {
        let wasHandedOver = if case .handingOver = phases[partition] { true } else { false }
        phases[partition] = nil
        if isForGood {
            leftAloneUntil[partition] = .seconds(Int64.max)
        } else if !wasHandedOver {
            leftAloneUntil[partition] = now + Self.pause
        }
    }

    private mutating func handOver(_ partition: PartitionID) -> Directive {
        phases[partition] = .handingOver
        return .handOver(partition)
    }
}
