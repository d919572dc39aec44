import CNATS

/// A message that has arrived, lent for the time that it is being handled.
public struct NATSMessage: ~Copyable {
    private let handle: OpaquePointer

    init(taking handle: OpaquePointer) {
        self.handle = handle
    }

    deinit {
        natsMsg_Destroy(handle)
    }

    /// What it was published under.
    public var subject: String { String(cString: natsMsg_GetSubject(handle)) }

    /// Where an answer is to go; nil when none is wanted.
    public var reply: NATSSubject? {
        natsMsg_GetReply(handle).map { NATSSubject(String(cString: $0)) }
    }

    /// How many bytes it carries.
    public var count: Int { Int(natsMsg_GetDataLength(handle)) }

    /// What it carries.
    public var bytes: [UInt8] {
        let count = count
        guard count > 0, let data = natsMsg_GetData(handle) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: data, count: count))
    }

    /// Whether it is the server's word that nobody has subscribed to what was asked.
    public var isNoResponders: Bool { natsMsg_IsNoResponders(handle) }

    /// The first value of a header; nil when it has none of the name.
    public func header(_ name: String) -> String? {
        var value: UnsafePointer<CChar>?
        guard natsMsgHeader_Get(handle, name, &value) == NATS_OK, let value else { return nil }
        return String(cString: value)
    }
}
