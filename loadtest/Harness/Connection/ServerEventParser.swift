import NIOCore

/// Reads server-sent events from bytes as they come, leaving their data unread: most of them need not be understood.
struct ServerEventParser {
    /// One event.
    struct Event {
        var name: String
        var id: String?
        var data: [UInt8]
    }

    private var buffer = ByteBuffer()
    private var event = Event(name: "", id: nil, data: [])

    mutating func append(_ bytes: ByteBuffer) {
        var bytes = bytes
        if buffer.readableBytes == 0 { buffer = bytes } else { buffer.writeBuffer(&bytes) }
    }

    /// The next event that is whole; nil when more bytes are needed.
    mutating func next() -> Event? {
        while let end = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
            var line = buffer.readableBytesView[..<end]
            if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
            buffer.moveReaderIndex(to: end + 1)
            guard line.isEmpty else {
                take(line)
                continue
            }
            defer { event = Event(name: "", id: nil, data: []) }
            if !event.data.isEmpty { return event }
        }
        buffer.discardReadBytes()
        return nil
    }

    private mutating func take(_ line: ByteBufferView) {
        if let value = Self.value("data", line) {
            event.data.append(contentsOf: value)
        } else if let value = Self.value("event", line) {
            event.name = String(decoding: value, as: UTF8.self)
        } else if let value = Self.value("id", line) {
            event.id = String(decoding: value, as: UTF8.self)
        }
    }

    private static func value(_ field: StaticString, _ line: ByteBufferView) -> ByteBufferView? {
        let count = field.utf8CodeUnitCount
        guard line.count > count, line[line.startIndex + count] == UInt8(ascii: ":"),
            line.starts(with: UnsafeBufferPointer(start: field.utf8Start, count: count))
        else { return nil }
        let value = line.dropFirst(count + 1)
        return value.first == UInt8(ascii: " ") ? value.dropFirst() : value
    }
}
