public import Wire

/// A name chosen by whoever configures the center: at most 64 bytes, letters, digits, `.`, `-` and `_`.
public protocol NameIdentifier: WireValue, Hashable, Comparable, Codable, CustomStringConvertible,
    ExpressibleByStringLiteral
{
    var name: String { get }
    init(_ name: String)
}

extension NameIdentifier {
    /// The longest name, in UTF-8 bytes.
    public static var bound: Int { 64 }

    public init(stringLiteral value: String) { self.init(value) }
    public var description: String { name }
    public static func < (left: Self, right: Self) -> Bool { left.name < right.name }

    /// Whether the name may be used: 1 to 64 bytes of letters, digits, `.`, `-` and `_`.
    public var isValid: Bool {
        !name.isEmpty && name.utf8.count <= Self.bound
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    public func write(to writer: inout WireWriter) { writer.write(name) }
    public init(from reader: inout WireReader) throws(WireError) {
        self.init(try reader.readString(bound: Self.bound))
    }
    public init(from decoder: any Decoder) throws { self.init(try decoder.singleValueContainer().decode(String.self)) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}

/// Names a site.
public struct SiteID: NameIdentifier {
    /// The name as it stands in the configuration.
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// Names a calendar.
public struct CalendarID: NameIdentifier {
    /// The name as it stands in the configuration.
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// Names a queue.
public struct QueueID: NameIdentifier {
    /// The name as it stands in the configuration.
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// Names an agent.
public struct AgentID: NameIdentifier {
    /// The name as it stands in the configuration.
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// Names a skill; languages are skills (`language.fr`).
public struct SkillID: NameIdentifier {
    /// The name as it stands in the configuration.
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// Names a capacity profile.
public struct CapacityID: NameIdentifier {
    /// The name as it stands in the configuration.
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// Names a disposition: how a contact turned out, chosen at the end of its wrap-up.
public struct DispositionCode: NameIdentifier {
    /// The name as it stands in the configuration.
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// Names a not-ready reason.
public struct ReasonCode: NameIdentifier {
    /// The name as it stands in the configuration.
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// Names a customer, as the business's own records do.
public struct CustomerID: NameIdentifier {
    /// The name as the business's records have it.
    public let name: String
    public init(_ name: String) { self.name = name }
}

/// Names an incident.
public struct IncidentID: NameIdentifier {
    /// The name as whoever raised it chose it.
    public let name: String
    public init(_ name: String) { self.name = name }
}
