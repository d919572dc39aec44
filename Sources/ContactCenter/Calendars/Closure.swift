public import Wire

/// A stretch of time for which a site or a calendar is closed against its hours, for an emergency.
public struct Closure: Hashable, Sendable {
    /// What is closed.
    public enum Scope: Hashable, Sendable {
        case calendar(CalendarID)
        case site(SiteID)
    }

    /// What is closed.
    public var scope: Scope
    /// From when on, in whole seconds.
    public var from: Timestamp
    /// When it is over, in whole seconds; nil when that is not known yet.
    public var until: Timestamp?
    /// Why: a sentence for people.
    public var reason: String

    public init(scope: Scope, from: Timestamp, until: Timestamp? = nil, reason: String) {
        self.scope = scope
        self.from = from
        self.until = until
        self.reason = reason
    }

    /// Whether it holds at that instant.
    public func contains(_ instant: Timestamp) -> Bool {
        from <= instant && until.map { instant < $0 } ?? true
    }
}

extension Closure.Scope: CustomStringConvertible {
    /// Such as `site fra`.
    public var description: String {
        switch self {
        case .calendar(let id): "calendar \(id)"
        case .site(let id): "site \(id)"
        }
    }
}

extension Closure.Scope: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .calendar(let id):
            writer.write(byte: 0)
            writer.write(id)
        case .site(let id):
            writer.write(byte: 1)
            writer.write(id)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .calendar(try reader.read())
        case 1: self = .site(try reader.read())
        default: throw WireError(.invalidValue, reading: "what is closed", at: reader.offset - 1)
        }
    }
}

extension Closure: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(scope)
        writer.write(from)
        writer.write(until)
        writer.write(reason)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        self.init(
            scope: try reader.read(), from: try reader.read(), until: try reader.readOptional(),
            reason: try reader.read())
    }
}
