public import Wire

/// What may be done about the callback of a contact.
public enum CallbackCommand: Hashable, Sendable {
    /// The customer leaves the line, and is to be called back when the contact's turn comes.
    case request(RequestCallback)
    /// A call to the customer turned out so.
    case report(CallbackOutcome)
    /// The customer does not want to be called any more.
    case cancel
}

extension CallbackCommand: WireValue {
    public func write(to writer: inout WireWriter) {
        switch self {
        case .request(let request):
            writer.write(byte: 0)
            writer.write(request)
        case .report(let outcome):
            writer.write(byte: 1)
            writer.write(outcome)
        case .cancel: writer.write(byte: 2)
        }
    }

    public init(from reader: inout WireReader) throws(WireError) {
        switch try reader.readByte() {
        case 0: self = .request(try reader.read())
        case 1: self = .report(try reader.read())
        case 2: self = .cancel
        default: throw WireError(.invalidValue, reading: "callback command", at: reader.offset - 1)
        }
    }
}
