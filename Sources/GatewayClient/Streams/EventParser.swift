import NIOCore

/// Reads server-sent events from bytes as they come.
struct EventParser {
    private var buffer = ByteBuffer()
    private var name = ""
    private var data: [UInt8] = []
    private var hasData = false
    private var id: String?

    mutating func append(_ bytes: ByteBuffer) {
        var bytes = bytes
        if buffer.readableBytes == 0 { buffer = bytes } else { buffer.writeBuffer(&bytes) }
    }

    /// The next event that is whole; nil when more bytes are needed.
    mutating func next() -> ParsedEvent? {
        while let end = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) {
            var line = buffer.readableBytesView[..<end]
            if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
            buffer.moveReaderIndex(to: end + 1)
            if !line.isEmpty {
                take(line)
            } else if let event = dispatch() {
                return event
            }
        }
        buffer.discardReadBytes()
        return nil
    }

    private mutating func take(_ line: ByteBufferView) {
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = colon == line.endIndex ? line[line.endIndex...] : line[(colon + 1)...]
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        let field = line[..<colon]
        if field.elementsEqual("data".utf8) {
            if hasData { data.append(UInt8(ascii: "\n")) }
            data.append(contentsOf: value)
            hasData = true
        } else if field.elementsEqual("event".utf8) {
            name = String(decoding: value, as: UTF8.self)
        } else if field.elementsEqual("id".utf8) {
            id = String(decoding: value, as: UTF8.self)
        }
    }

    private mutating func dispatch() -> ParsedEvent? {
        defer {
            name = ""
            data = []
            hasData = false
            id = nil
        }
        return hasData ? ParsedEvent(name: name, id: id, data: data) : nil
    }
}
