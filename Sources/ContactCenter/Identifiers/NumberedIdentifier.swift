public import Wire

/// A number given out by one partition, unique in the cluster: 16 bits name the partition, 48 count up from 1.
///
/// Written as a letter for what it names, the partition's number, a dash and the count: `c0-1024`.
public protocol NumberedIdentifier: WireValue, Hashable, Comparable, Codable, CustomStringConvertible {
    /// The letter that its text begins with.
    static var letter: Character { get }
    var rawValue: UInt64 { get }
    init(rawValue: UInt64)
}

extension NumberedIdentifier {
    /// - Precondition: `count` is below 2^48.
    public init(partition: UInt16, count: UInt64) {
        precondition(count < 1 << 48, "a partition has given out \(count) ids of one kind")
        self.init(rawValue: UInt64(partition) << 48 | count)
    }

    /// Reads the text form; nil when it is none.
    public init?(_ text: some StringProtocol) {
        guard text.first == Self.letter else { return nil }
        let parts = text.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let partition = UInt16(parts[0]), let count = UInt64(parts[1]), count < 1 << 48 else {
            return nil
        }
        self.init(partition: partition, count: count)
    }

    /// Number of the partition that gave it out.
    public var partition: UInt16 { UInt16(truncatingIfNeeded: rawValue >> 48) }
    /// Its place among those the partition gave out, from 1.
    public var count: UInt64 { rawValue & ((1 << 48) - 1) }

    public var description: String { "\(Self.letter)\(partition)-\(count)" }
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    public func write(to writer: inout WireWriter) { writer.write(rawValue) }
    public init(from reader: inout WireReader) throws(WireError) { self.init(rawValue: try reader.readUInt64()) }
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = Self(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not an id like c0-1.")
        }
        self = id
    }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Names a session.
public struct SessionID: NumberedIdentifier {
    /// What its text form begins with.
    public static let letter: Character = "s"
    /// Partition and count in one number.
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }
}

/// Names a contact.
public struct ContactID: NumberedIdentifier {
    /// What its text form begins with.
    public static let letter: Character = "c"
    /// Partition and count in one number.
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }
}

/// Names a reservation, and the offer that its agent sees of it.
public struct ReservationID: NumberedIdentifier {
    /// What its text form begins with.
    public static let letter: Character = "o"
    /// Partition and count in one number.
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }
}
