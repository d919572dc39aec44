import Cluster

/// Since when partitions have had no owner, as one process hears it.
struct Absences {
    /// How long a partition may be without an owner before what is asked of all is asked without it: longer than it
    /// takes to take over from a node that died.
    static let tolerated: Duration = .seconds(3)

    private var since: [PartitionID: Duration] = [:]

    /// Looks at which of these partitions have an owner.
    mutating func look(at partitions: [PartitionID], now: Duration, isOwned: (PartitionID) -> Bool) {
        for partition in partitions {
            if isOwned(partition) {
                since[partition] = nil
            } else if since[partition] == nil {
                since[partition] = now
            }
        }
    }

    /// Whether a partition has had no owner for so long that nobody should wait for one.
    func isLong(of partition: PartitionID, now: Duration) -> Bool {
        since[partition].map { now - $0 > Self.tolerated } ?? false
    }
}
