import Wire

/// One message between the actor systems of two nodes.
///
/// A frame is a kind byte, the call's id, and what belongs to the kind. The id comes first so that a call whose rest
/// cannot be read, from a newer peer for instance, can still be answered.
enum Frame: Sendable {
    /// Asks for a method to be run.
    case call(CallFrame)
    /// Says how a call ended.
    case reply(CallID, CallOutcome)
    /// Says that nobody waits for a call any more.
    case cancel(CallID)

    private enum Kind: UInt8 {
        case call = 1, value, failure, error, cancel
    }

    /// The frame's bytes.
    func encoded() -> [UInt8] {
        var writer = WireWriter(capacity: 128)
        switch self {
        case .call(let call):
            Self.write(.call, call.id, to: &writer)
            call.writeBody(to: &writer)
        case .reply(let id, .value(let bytes)):
            Self.write(.value, id, to: &writer)
            writer.write(bytes: bytes)
        case .reply(let id, .failure(let failure)):
            Self.write(.failure, id, to: &writer)
            writer.write(failure.name)
            writer.write(bytes: failure.bytes)
        case .reply(let id, .error(let error)):
            Self.write(.error, id, to: &writer)
            writer.write(byte: error.code.value.rawValue)
            writer.write(error.message.prefix(utf8Bytes: FrameBounds.message))
        case .cancel(let id):
            Self.write(.cancel, id, to: &writer)
        }
        return writer.bytes
    }

    /// Reads a frame that fills `bytes` exactly.
    init(decoding bytes: [UInt8]) throws(FrameFault) {
        var reader = WireReader(bytes)
        let kind: Kind
        let id: CallID
        do {
            kind = try Self.readKind(from: &reader)
            id = try reader.read()
        } catch {
            throw FrameFault(cause: error, unanswered: nil)
        }
        do {
            self = try Self.readBody(of: kind, id: id, from: &reader)
            try reader.finish()
        } catch {
            throw FrameFault(cause: error, unanswered: kind == .call ? id : nil)
        }
    }

    private static func write(_ kind: Kind, _ id: CallID, to writer: inout WireWriter) {
        writer.write(byte: kind.rawValue)
        writer.write(id)
    }

    private static func readKind(from reader: inout WireReader) throws(WireError) -> Kind {
        let byte = try reader.readByte()
        guard let kind = Kind(rawValue: byte) else {
            throw WireError(.invalidValue, reading: "kind of frame", at: 0)
        }
        return kind
    }

    private static func readBody(
        of kind: Kind, id: CallID, from reader: inout WireReader
    ) throws(WireError) -> Frame {
        switch kind {
        case .call:
            return .call(try CallFrame(id: id, bodyFrom: &reader))
        case .value:
            return .reply(id, .value(try reader.readBytes(bound: FrameBounds.body)))
        case .failure:
            let name = try reader.readString(bound: EncodedFailure.nameBound)
            let bytes = try reader.readBytes(bound: FrameBounds.body)
            return .reply(id, .failure(EncodedFailure(name: name, bytes: bytes)))
        case .error:
            let value = ClusterError.Code.Value(rawValue: try reader.readByte()) ?? .remote
            let message = try reader.readString(bound: FrameBounds.message)
            return .reply(id, .error(ClusterError(ClusterError.Code(value: value), message)))
        case .cancel:
            return .cancel(id)
        }
    }
}

extension String {
    /// The longest beginning of whole characters that has at most `bound` UTF-8 bytes. Complexity: O(bound).
    fileprivate func prefix(utf8Bytes bound: Int) -> String {
        guard utf8.count > bound else { return self }
        var room = bound
        let kept = prefix { character in
            room -= character.utf8.count
            return room >= 0
        }
        return String(kept)
    }
}
