public import Cluster
public import ContactCenter

/// Which partitions a cluster has, and which entity is at home in which: the same on every node, and never changed
/// for what is there already.
///
/// A contact, session or offer is at home where it was made: its id says where. A command that opens a contact is at
/// home where its own id puts it, whatever the health or the configuration of the cluster at a repetition. An agent
/// is at home at one partition of their site.
public struct CenterLayout: Hashable, Sendable {
    /// One partition and the number that is part of every id it gives out.
    public struct Place: Hashable, Sendable {
        /// The partition.
        public let partition: PartitionID
        /// Unique in the cluster, and for ever: it names the partition in ids.
        public let floorNumber: UInt16
        /// What its journal rests on.
        public let durability: Durability

        public init(partition: PartitionID, floorNumber: UInt16, durability: Durability = .alone) {
            self.partition = partition
            self.floorNumber = floorNumber
            self.durability = durability
        }
    }

    /// All partitions; the first is the one that administers the configuration.
    public let places: [Place]
    private let partitions: [UInt16: PartitionID]
    private let islands: Set<String>
    /// Those that are no island's, or all where there are no others.
    private let joined: [PartitionID]

    /// A layout of these partitions.
    ///
    /// - Precondition: There is at least one; partitions and numbers are unique.
    public init(_ places: [Place]) {
        precondition(!places.isEmpty, "a cluster without partitions serves nobody")
        precondition(Set(places.map(\.partition)).count == places.count, "a partition is named twice: \(places)")
        self.places = places
        islands = Set(places.filter { $0.durability.mode == .island }.map(\.partition.site))
        let joined = places.filter { $0.durability.mode != .island }
        self.joined = (joined.isEmpty ? places : joined).map(\.partition)
        partitions = Dictionary(
            places.map { ($0.floorNumber, $0.partition) },
            uniquingKeysWith: { one, other in preconditionFailure("\(one) and \(other) have the same number") })
    }

    /// A layout of so many partitions at each site, numbered in the order of the sites: add new sites at the end.
    ///
    /// - Parameter durability: What the journals of a site rest on.
    public init(
        sites: [SiteID], partitionsAtEach count: Int = 1, durability: (SiteID) -> Durability = { _ in .alone }
    ) {
        let partitions = sites.flatMap { site in
            (0..<count).map { (PartitionID(site: site.name, number: $0), durability(site)) }
        }
        self.init(
            partitions.enumerated().map { number, partition in
                Place(partition: partition.0, floorNumber: UInt16(clamping: number), durability: partition.1)
            })
    }

    /// The partition to which a new configuration is given first.
    public var administering: PartitionID { places[0].partition }

    /// The place of a partition; nil when there is none of that name. Complexity: O(n).
    public func place(of partition: PartitionID) -> Place? {
        places.first { $0.partition == partition }
    }

    /// Whether nodes of `site` may own a partition: those of an island own its partitions and no others, and nobody
    /// else owns them. Either reaches the other's journals only while the way between them is open.
    public func mayOwn(_ place: Place, site: String) -> Bool {
        place.partition.site == site || place.durability.mode != .island && !islands.contains(site)
    }

    /// What the journal of a partition rests on; ``Durability/alone`` when there is no such partition.
    public func durability(of partition: PartitionID) -> Durability {
        place(of: partition)?.durability ?? .alone
    }

    /// Where a contact, session or offer was made. An id that no partition gave out is asked for at the administering
    /// one, which knows no such thing.
    public func home(of id: some NumberedIdentifier) -> PartitionID {
        partitions[id.partition] ?? administering
    }

    /// Where a command that belongs to nothing that is there yet is carried out, each time it is repeated; never at an
    /// island, unless there is nothing else.
    public func home(of command: CommandID) -> PartitionID {
        winner(among: joined, for: command.description)
    }

    /// Where a command that belongs to nothing yet but a site is carried out, each time it is repeated; nil when the
    /// cluster has no such site.
    public func home(of command: CommandID, at site: SiteID) -> PartitionID? {
        let partitions = places.map(\.partition).filter { $0.site == site.name }
        return partitions.isEmpty ? nil : winner(among: partitions, for: command.description)
    }

    /// Where a queue's slots for callbacks are kept, and so whatever is booked; never at an island, unless there is
    /// nothing else.
    public func home(of queue: QueueID) -> PartitionID {
        winner(among: joined, for: queue.name)
    }

    /// Where an agent of a site is at home; the administering partition when the site has none.
    public func home(of agent: AgentID, at site: SiteID) -> PartitionID {
        winner(among: places.map(\.partition).filter { $0.site == site.name }, for: agent.name)
    }

    private func winner(among partitions: [PartitionID], for key: String) -> PartitionID {
        if partitions.count == 1 { return partitions[0] }
        return partitions.max { score($0, key) < score($1, key) } ?? administering
    }

    private func score(_ partition: PartitionID, _ key: String) -> UInt64 {
        RendezvousScore.of(partition.description, for: key)
    }
}
