import ContactCenter
import NIOCore

/// Writes the requests of one bearer.
struct RequestWriter: Sendable {
    private let tail: String

    init(target: Target, token: String) {
        tail = "Host: \(target.host):\(target.port)\r\nAuthorization: Bearer \(token)\r\n"
    }

    /// A command with its key; an empty body is none.
    func post(_ path: String, key: CommandID, body: [UInt8] = []) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(320 + body.count)
        buffer.writeString("POST ")
        buffer.writeString(path)
        buffer.writeString(" HTTP/1.1\r\n")
        buffer.writeString(tail)
        buffer.writeString("Idempotency-Key: ")
        buffer.writeString(key.description)
        if body.isEmpty {
            buffer.writeString("\r\nContent-Length: 0\r\n\r\n")
        } else {
            buffer.writeString("\r\nContent-Type: application/json\r\nContent-Length: ")
            buffer.writeString(String(body.count))
            buffer.writeString("\r\n\r\n")
            buffer.writeBytes(body)
        }
        return buffer
    }

    func get(_ path: String) -> ByteBuffer {
        ByteBuffer(string: "GET \(path) HTTP/1.1\r\n\(tail)\r\n")
    }

    /// A stream of events, going on behind the last one received.
    func stream(_ path: String, after id: String?) -> ByteBuffer {
        let resume = id.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        return ByteBuffer(string: "GET \(path) HTTP/1.1\r\n\(tail)Accept: text/event-stream\r\n\(resume)\r\n")
    }
}
