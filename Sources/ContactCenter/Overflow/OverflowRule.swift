public import Wire

/// What happens to a contact that waits too long, or meets a queue that is closed, full, or has no staff.
///
/// Of a queue's rules the first is followed that holds, and whose action can be carried out. They are looked at when
/// the contact may not join the queue, and while it waits and nobody is free for it, after its rings. Overflow to
/// another site is a ring that adds the site (``RingConfiguration/sites``).
public struct OverflowRule: Hashable, Sendable {
    /// What a queue must be for the rule to hold.
    public enum Trigger: UInt8, CaseIterable, WireCode, Sendable {
        /// Anything.
        case always
        /// Its calendar has it closed, or no site of it is open.
        case closed
        /// As many wait as may; only for a contact that comes in.
        case full
        /// No agent who serves it, and whose site is open for it, is signed in, or available where that is asked for a
        /// contact that comes in.
        case unstaffed

        /// Its name in configuration, API and command line.
        public var name: String {
            switch self {
            case .always: "always"
            case .closed: "closed"
            case .full: "full"
            case .unstaffed: "unstaffed"
            }
        }
    }

    /// What is done.
    public enum Action: Hashable, Sendable {
        /// It waits in another queue, its enqueue time kept, unless it may not join that.
        case queue(QueueID)
        /// The customer is called back, where a number is known and the queue takes callbacks.
        case callback
        /// The customer leaves a message.
        case message(MessageRules)
        /// It ends, and the customer is told this; `{opening}` stands for the next opening.
        case end(reason: String)
    }

    /// What the queue must be.
    public var trigger = Trigger.always
    /// How long the contact must have waited in the queue.
    public var after: Duration = .zero
    /// What must hold besides; nil for nothing.
    public var condition: Condition?
    /// What is done.
    public var action: Action

    public init(
        if trigger: Trigger = .always, after: Duration = .zero, when condition: Condition? = nil, _ action: Action
    ) {
        self.trigger = trigger
        self.after = after
        self.condition = condition
        self.action = action
    }
}

extension OverflowRule: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(trigger)
        writer.write(after)
        writer.write(condition)
        writer.write(action)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        let trigger: Trigger = try reader.read()
        let after: Duration = try reader.read()
        let condition: Condition? = try reader.readOptional()
        self.init(if: trigger, after: after, when: condition, try reader.read())
    }
}

extension OverflowRule.Action: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .queue(let queue):
            writer.write(byte: 0)
            writer.write(queue)
        case .callback: writer.write(byte: 1)
        case .message(let rules):
            writer.write(byte: 2)
            writer.write(rules)
        case .end(let reason):
            writer.write(byte: 3)
            writer.write(reason)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .queue(try reader.read())
        case 1: self = .callback
        case 2: self = .message(try reader.read())
        case 3: self = .end(reason: try reader.readString())
        default: throw WireError(.invalidValue, reading: "overflow action", at: reader.offset - 1)
        }
    }
}
