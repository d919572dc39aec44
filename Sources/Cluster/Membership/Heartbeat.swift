public import Wire

/// What a node tells all others several times a second: that it lives, and what it owns.
public struct Heartbeat: Hashable, Sendable {
    /// What a process may be asked to do.
    public enum Standing: UInt8, Sendable {
        /// It may take partitions over.
        case serving = 1
        /// It hands its partitions over and takes none.
        case draining
        /// Its clock is off by more than is allowed: it keeps what it has and takes nothing over.
        case clockOff
        /// It ends now and owns nothing any more.
        case leaving
        /// It is no node: it calls the actors of others, and takes nothing over.
        case client
    }

    /// Most partitions in one heartbeat; a node owns no more.
    public static let holdingBound = 1_024
    /// Longest name of a site in UTF-8 bytes.
    public static let siteBound = 64

    /// Who tells this.
    public let process: ProcessID
    /// The node's site.
    public let site: String
    /// The wall clock at the process's start, in microseconds since 1970: of two processes of one node, the one
    /// started later is the present one.
    public let startedAt: Int64
    /// Counts the heartbeats of the process up from 1.
    public let number: UInt64
    /// The wall clock when it was sent, in microseconds since 1970.
    public let wallClock: Int64
    /// What the node may be asked to do.
    public let standing: Standing
    /// What it owns, by partition.
    public let holdings: [Holding]
    /// What it hands over, or has just handed over, to a node that it names.
    public let bequests: [Bequest]
    /// Partitions that others part with and that it has caught up with: it can serve each as soon as that has no owner.
    public let prepared: [PartitionID]

    public init(
        process: ProcessID, site: String, startedAt: Int64, number: UInt64, wallClock: Int64, standing: Standing,
        holdings: [Holding], bequests: [Bequest] = [], prepared: [PartitionID] = []
    ) {
        self.process = process
        self.site = site
        self.startedAt = startedAt
        self.number = number
        self.wallClock = wallClock
        self.standing = standing
        self.holdings = holdings
        self.bequests = bequests
        self.prepared = prepared
    }
}

extension Heartbeat: WireValue {
    /// The newest layout; that of version 1 has no bequests, that of version 2 nothing prepared.
    private static let version: UInt8 = 3

    public func write(to writer: inout WireWriter) {
        // Whatever an older layout can say is said in it, for nodes of an older program in the middle of an upgrade.
        writer.write(byte: prepared.isEmpty ? 2 : Self.version)
        writer.write(process)
        writer.write(site)
        writer.write(startedAt)
        writer.write(number)
        writer.write(wallClock)
        writer.write(byte: standing.rawValue)
        writer.write(holdings)
        writer.write(bequests)
        if !prepared.isEmpty { writer.write(prepared) }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let version = try reader.readByte()
        guard (1...Self.version).contains(version) else {
            throw WireError(.invalidValue, reading: "version of a heartbeat", at: reader.offset - 1)
        }
        process = try reader.read()
        site = try reader.readString(bound: Self.siteBound)
        startedAt = try reader.readInt64()
        number = try reader.readUInt64()
        wallClock = try reader.readInt64()
        guard let standing = Standing(rawValue: try reader.readByte()) else {
            throw WireError(.invalidValue, reading: "standing of a node", at: reader.offset - 1)
        }
        self.standing = standing
        holdings = try reader.readArray(bound: Self.holdingBound)
        bequests = version < 2 ? [] : try reader.readArray(bound: Self.holdingBound)
        prepared = version < 3 ? [] : try reader.readArray(bound: Self.holdingBound)
    }
}
