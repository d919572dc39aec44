public import Wire

extension Event {
    /// A step of a contact that overflowed, whose customer is to be called back, or who left a message.
    public struct Diverted: Hashable, Sendable {
        /// The contact that it is about.
        public var contact: ContactID
        /// What happened to it.
        public var step: Step

        /// What happened.
        public enum Step: Hashable, Sendable {
            /// It waits in another queue, its enqueue time kept.
            case overflowed(to: QueueID)
            /// The customer is to be called back; if it has a time, it does not wait until then.
            case promised(Callback)
            /// Its time has come: it waits for its turn.
            case due
            /// Its turn came when its customer may not be called: it does not wait until then.
            case putOff(until: Timestamp)
            /// The customer is being called, and how that turned out is to be known by then.
            case dialed(until: Timestamp)
            /// The customer is on the line.
            case reached
            /// The customer was not reached.
            case missed(Missed)
            /// The customer left a message, which waits in this queue on this channel.
            case leftMessage(OfflineMessage, QueueID, Channel)
            /// The customer was told this; the contact's end comes next.
            case sentAway(reason: String)
        }

        /// A call that did not reach the customer.
        public struct Missed: Hashable, Sendable {
            /// How it turned out.
            public var outcome: CallbackOutcome
            /// The agent who had the contact and made the call; nil where the customer was called first.
            public var from: AgentID?
            /// When the customer is called again; nil for never.
            public var next: Timestamp?
        }
    }
}

extension Event.Diverted: WireValue {
    public func write(to writer: inout WireWriter) {
        writer.write(contact)
        writer.write(step)
    }

    public init(from reader: inout WireReader) throws(WireError) {
        contact = try reader.read()
        step = try reader.read()
    }
}

extension Event.Diverted.Step: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .overflowed(let queue):
            writer.write(byte: 0)
            writer.write(queue)
        case .promised(let callback):
            writer.write(byte: 1)
            writer.write(callback)
        case .due: writer.write(byte: 2)
        case .dialed(let deadline):
            writer.write(byte: 3)
            writer.write(deadline)
        case .reached: writer.write(byte: 4)
        case .missed(let missed):
            writer.write(byte: 5)
            writer.write(missed.outcome)
            writer.write(missed.from)
            writer.write(missed.next)
        case .leftMessage(let message, let queue, let channel):
            writer.write(byte: 6)
            writer.write(message)
            writer.write(queue)
            writer.write(channel)
        case .sentAway(let reason):
            writer.write(byte: 7)
            writer.write(reason)
        case .putOff(let time):
            writer.write(byte: 8)
            writer.write(time)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .overflowed(to: try reader.read())
        case 1: self = .promised(try reader.read())
        case 2: self = .due
        case 3: self = .dialed(until: try reader.read())
        case 4: self = .reached
        case 5:
            self = .missed(
                Event.Diverted.Missed(
                    outcome: try reader.read(), from: try reader.readOptional(), next: try reader.readOptional()))
        case 6: self = .leftMessage(try reader.read(), try reader.read(), try reader.read())
        case 7: self = .sentAway(reason: try reader.readString())
        case 8: self = .putOff(until: try reader.read())
        default: throw WireError(.invalidValue, reading: "step of a diversion", at: reader.offset - 1)
        }
    }
}
