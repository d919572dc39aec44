import CNATS

/// A bare connection of libnats; its calls block.
///
/// `@unchecked Sendable`: libnats guards what the pointer leads to by locks of its own, and the pointer never changes.
final class RawConnection: @unchecked Sendable {
    let handle: OpaquePointer

    /// - Parameter sendsAtOnce: Whether bytes are sent at once, as a node's connections do, or gather for a
    ///   millisecond, which suits rates alone.
    init(to url: String, sendsAtOnce: Bool = true) throws(RemoteError) {
        var options: OpaquePointer?
        var connection: OpaquePointer?
        try RemoteError.check(natsOptions_Create(&options))
        defer { natsOptions_Destroy(options) }
        try RemoteError.check(natsOptions_SetURL(options, url))
        try RemoteError.check(natsOptions_SetSendAsap(options, sendsAtOnce))
        try RemoteError.check(natsConnection_Connect(&connection, options))
        guard let connection else { throw RemoteError("libnats gave no connection to \(url)") }
        handle = connection
    }

    deinit { natsConnection_Destroy(handle) }

    /// Sends a request, waits for its answer and hands that to `read`.
    @discardableResult
    func request<Answer>(
        _ subject: String, _ payload: [UInt8], _ read: (UnsafeRawBufferPointer) -> Answer = { _ in () }
    ) throws(RemoteError) -> Answer {
        var answer: OpaquePointer?
        let status = natsConnection_Request(&answer, handle, subject, payload, Int32(payload.count), 5_000)
        defer { natsMsg_Destroy(answer) }
        try RemoteError.check(status)
        return read(UnsafeRawBufferPointer(start: natsMsg_GetData(answer), count: Int(natsMsg_GetDataLength(answer))))
    }

    func publish(_ subject: String, _ payload: [UInt8]) throws(RemoteError) {
        try RemoteError.check(natsConnection_Publish(handle, subject, payload, Int32(payload.count)))
    }

    /// Answers whatever is asked under a subject with the same bytes, until the subscription is destroyed.
    func echo(_ subject: String) throws(RemoteError) -> OpaquePointer? {
        var questions: OpaquePointer?
        try RemoteError.check(
            natsConnection_Subscribe(
                &questions, handle, subject,
                { connection, _, message, _ in
                    natsConnection_Publish(
                        connection, natsMsg_GetReply(message), natsMsg_GetData(message), natsMsg_GetDataLength(message))
                    natsMsg_Destroy(message)
                }, nil))
        try RemoteError.check(natsConnection_Flush(handle))
        return questions
    }
}

extension RemoteError {
    /// Throws unless a call of libnats has succeeded.
    static func check(_ status: natsStatus) throws(RemoteError) {
        guard status != NATS_OK else { return }
        throw RemoteError("libnats fails: \(String(cString: natsStatus_GetText(status)))")
    }
}
