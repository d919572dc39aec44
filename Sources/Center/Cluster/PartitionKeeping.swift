import Cluster

/// Decides which partitions a node begins and ceases to serve: the machine behind a ``PartitionKeeper``.
///
/// A partition that a living node owns is left to it. One without an owner is taken over by the node that
/// ``Cluster/Placement`` names, which every node computes alike. Where two try all the same, the partition's journal
/// lets one win; the other looks again after a while. A node takes nothing over before it has settled
/// (``Cluster/Membership/mayTakeOver(at:)``). An owner that parts with a partition serves it until the node that is to
/// own it next has caught up, for a while at least, so that callers wait for no more than a record. An island and the
/// others leave their partitions to each other (``CenterLayout/mayOwn(_:site:)``): who finds the other silent is cut off
/// from it, and not it from its journal.
struct PartitionKeeping {
    /// What is to be done.
    enum Directive: Hashable {
        /// Catch up with the partition's owner, who parts with it, and wait for the word to take it over.
        case prepare(PartitionID)
        /// Take the partition over and serve it.
        case takeOver(PartitionID)
        /// Give the word to whoever has been catching up; if that has just failed, the partition is looked at again later.
        case giveWord(PartitionID)
        /// Hand it over to the next owner.
        case handOver(PartitionID)
        /// Cease to serve it at once: another owns it.
        case stepDown(PartitionID)
    }

    private enum Phase {
        /// Catching up with an owner that parts with the partition, or done with it.
        case preparing(isReady: Bool)
        case takingOver
        case serving(Epoch)
        /// Serving on until the next owner has caught up, until an instant at the latest.
        case parting(Epoch, until: Duration, isDraining: Bool)
        case handingOver
        case steppingDown
    }

    /// How long a partition whose takeover failed, or that was lost to another, is left alone. One that was handed over
    /// may come back at once.
    static let pause: Duration = .seconds(1)
    /// How long an owner that parts with a partition waits for the next to catch up.
    static let patience: Duration = .seconds(4)

    private let layout: CenterLayout
    private var phases: [PartitionID: Phase] = [:]
    private var leftAloneUntil: [PartitionID: Duration] = [:]

    /// The machine of a node that serves nothing yet.
    init(_ layout: CenterLayout) {
        self.layout = layout
    }

    /// Whether the node serves nothing and is about to serve nothing.
    var isIdle: Bool { phases.isEmpty }

    /// The partitions that could be served here at once, by name.
    var prepared: [PartitionID] {
        phases.filter { if case .preparing(isReady: true) = $0.value { true } else { false } }.keys.sorted()
    }

    /// Looks at the cluster as the node sees it now.
    ///
    /// - Returns: What is to be done, in the order of the layout.
    mutating func look(at membership: Membership, now: Duration) -> [Directive] {
        layout.places.compactMap { place in
            switch phases[place.partition] {
            case nil: begin(place, membership, now: now)
            case .preparing: goOn(place, membership, now: now)
            case .takingOver: membership.isDraining ? handOver(place.partition) : nil
            case .serving(let epoch): keep(place, in: epoch, membership, now: now)
            case .parting(let epoch, let limit, let isDraining):
                part(place, in: epoch, until: limit, isDraining: isDraining, membership, now: now)
            case .handingOver, .steppingDown: nil
            }
        }
    }

    /// The takeover of a partition is durable.
    mutating func serves(_ partition: PartitionID, epoch: Epoch) {
        if case .takingOver = phases[partition] { phases[partition] = .serving(epoch) }
    }

    /// Everything that its owner has written until now was read: the partition can be taken over at once.
    mutating func caughtUp(_ partition: PartitionID) {
        if case .preparing = phases[partition] { phases[partition] = .preparing(isReady: true) }
    }

    /// A partition that is served here is to be handed over, once whoever it was bequeathed to has caught up.
    ///
    /// - Returns: The epoch in which it is owned; nil when it is not served here, or is handed over already.
    mutating func beginHandOver(_ partition: PartitionID, now: Duration) -> Epoch? {
        guard case .serving(let epoch) = phases[partition] else { return nil }
        phases[partition] = .parting(epoch, until: now + Self.patience, isDraining: false)
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

    /// What to do about a partition that is not served here.
    private mutating func begin(_ place: CenterLayout.Place, _ membership: Membership, now: Duration) -> Directive? {
        let partition = place.partition
        let isOwned = membership.owner(of: partition) != nil
        guard !isOwned || membership.isPartedWith(partition), isMine(place, membership, now: now),
            leftAloneUntil[partition].map({ now >= $0 }) ?? true
        else { return nil }
        phases[partition] = isOwned ? .preparing(isReady: false) : .takingOver
        return isOwned ? .prepare(partition) : .takeOver(partition)
    }

    /// What to do about a partition whose owner parts with it.
    private mutating func goOn(_ place: CenterLayout.Place, _ membership: Membership, now: Duration) -> Directive? {
        let partition = place.partition
        let isOwned = membership.owner(of: partition) != nil
        guard isMine(place, membership, now: now), !isOwned || membership.isPartedWith(partition) else {
            return stepDown(partition)
        }
        guard !isOwned else { return nil }
        phases[partition] = .takingOver
        return .giveWord(partition)
    }

    private mutating func keep(
        _ place: CenterLayout.Place, in epoch: Epoch, _ membership: Membership, now: Duration
    ) -> Directive? {
        let partition = place.partition
        guard !isOvertaken(partition, in: epoch, membership) else { return stepDown(partition) }
        guard membership.isDraining else { return nil }
        let limit = now + Self.patience
        phases[partition] = .parting(epoch, until: limit, isDraining: true)
        return part(place, in: epoch, until: limit, isDraining: true, membership, now: now)
    }

    /// Lets go of a partition once somebody else can serve it at once, or nobody can be waited for.
    private mutating func part(
        _ place: CenterLayout.Place, in epoch: Epoch, until limit: Duration, isDraining: Bool,
        _ membership: Membership, now: Duration
    ) -> Directive? {
        let partition = place.partition
        guard !isOvertaken(partition, in: epoch, membership) else { return stepDown(partition) }
        guard membership.isDraining || !isDraining else {
            phases[partition] = .serving(epoch)
            return nil
        }
        let placement = Placement(membership, without: membership.node) { layout.mayOwn(place, site: $0) }
        let next = placement.node(for: partition).flatMap { membership[$0] }
        if let next, !next.heartbeat.prepared.contains(partition), now < limit { return nil }
        return handOver(partition)
    }

    private func isOvertaken(_ partition: PartitionID, in epoch: Epoch, _ membership: Membership) -> Bool {
        membership.owner(of: partition).map { $0.epoch > epoch } ?? false
    }

    /// Whether this node is the one to own the partition next.
    private func isMine(_ place: CenterLayout.Place, _ membership: Membership, now: Duration) -> Bool {
        membership.mayTakeOver(at: now)
            && Placement(membership, of: { layout.mayOwn(place, site: $0) }).node(for: place.partition)
                == membership.node
    }

    private mutating func stepDown(_ partition: PartitionID) -> Directive {
        phases[partition] = .steppingDown
        return .stepDown(partition)
    }

    private mutating func handOver(_ partition: PartitionID) -> Directive {
        phases[partition] = .handingOver
        return .handOver(partition)
    }
}
