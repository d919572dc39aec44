public import Wire

/// What was arranged with a customer other than to wait for an agent on the line.
public enum Diversion: Hashable, Sendable {
    /// The customer is called back.
    case callback(Callback)
    /// The customer left a message.
    case message(OfflineMessage)
    /// The customer was sent away, and told this.
    case sentAway(reason: String)

    /// Whether the customer is to be called back.
    var isCallback: Bool { if case .callback = self { true } else { false } }
}

extension Diversion: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .callback(let callback):
            writer.write(byte: 0)
            writer.write(callback)
        case .message(let message):
            writer.write(byte: 1)
            writer.write(message)
        case .sentAway(let reason):
            writer.write(byte: 2)
            writer.write(reason)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .callback(try reader.read())
        case 1: self = .message(try reader.read())
        case 2: self = .sentAway(reason: try reader.readString())
        default: throw WireError(.invalidValue, reading: "diversion", at: reader.offset - 1)
        }
    }
}
