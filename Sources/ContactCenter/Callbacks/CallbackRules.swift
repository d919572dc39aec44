public import Wire

/// How the customers of a queue are called back.
public struct CallbackRules: Hashable, Sendable {
    /// Who is on the line first.
    public enum First: UInt8, CaseIterable, WireCode, Sendable {
        /// The contact is offered to an agent, who calls the customer.
        case agent
        /// The customer is called when an agent is free, and comes first in the queue once reached.
        case customer

        /// Its name in configuration, API and command line.
        public var name: String {
            switch self {
            case .agent: "agent"
            case .customer: "customer"
            }
        }
    }

    /// Who is on the line first.
    public var first = First.agent
    /// How many times a customer is called before the contact ends unreached.
    public var attempts = 3
    /// How long after a call that reached nobody the next one is due, within opening hours.
    public var pause: Duration = .seconds(600)
    /// How long a call to a customer may take before its outcome counts as unknown.
    public var ringTime: Duration = .seconds(60)
    /// Between which times of their day customers are called whose time zone is known; nil for any.
    public var hours: DayInterval?
    /// What may be booked; nil for nothing.
    public var slots: SlotRules?

    public init() {}
}

extension CallbackRules: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(byte: 1)
        writer.write(first)
        writer.write(attempts)
        writer.write(pause)
        writer.write(ringTime)
        writer.write(hours)
        writer.write(slots)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        try reader.readLayout(1, of: "callback rules")
        self.init()
        first = try reader.read()
        attempts = try reader.readInt()
        pause = try reader.read()
        ringTime = try reader.read()
        hours = try reader.readOptional()
        slots = try reader.readOptional()
    }
}
