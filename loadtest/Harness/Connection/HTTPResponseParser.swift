import NIOCore

/// Reads HTTP/1.1 responses from bytes as they come: those of one connection, one after the other. It knows what this
/// client needs: a status, and a body of known length or in chunks.
struct HTTPResponseParser {
    /// A part of a response.
    enum Part {
        case head(status: Int, retryAfter: Int?)
        case body(ByteBuffer)
        case end
    }

    private enum State {
        case head
        case body(left: Int)
        case chunkHead
        case chunk(left: Int)
        case chunkEnd
        case trailer
        case end
        case failed
    }

    private var buffer = ByteBuffer()
    private var state = State.head

    /// Whether the bytes were no response; nothing more can be read then.
    var hasFailed: Bool { if case .failed = state { true } else { false } }

    mutating func append(_ bytes: ByteBuffer) {
        var bytes = bytes
        if buffer.readableBytes == 0 {
            buffer = bytes
        } else {
            buffer.writeBuffer(&bytes)
        }
    }

    /// The next part that is there; nil when more bytes are needed.
    mutating func next() -> Part? {
        while true {
            switch state {
            case .head: return head()
            case .body(let left): return body(left)
            case .chunkHead:
                guard let line = line() else { return nil }
                let digits = line.prefix { $0 != UInt8(ascii: ";") }
                guard let size = Int(String(decoding: digits, as: UTF8.self), radix: 16) else { return fail() }
                state = size == 0 ? .trailer : .chunk(left: size)
            case .chunk(let left):
                guard let part = buffer.readSlice(length: min(left, buffer.readableBytes)), part.readableBytes > 0
                else { return nil }
                state = part.readableBytes == left ? .chunkEnd : .chunk(left: left - part.readableBytes)
                return .body(part)
            case .chunkEnd:
                guard line() != nil else { return nil }
                state = .chunkHead
            case .trailer:
                guard let line = line() else { return nil }
                if line.isEmpty { state = .end }
            case .end:
                state = .head
                return .end
            case .failed: return nil
            }
        }
    }

    private mutating func body(_ left: Int) -> Part? {
        guard left > 0 else {
            state = .head
            return .end
        }
        guard let part = buffer.readSlice(length: min(left, buffer.readableBytes)), part.readableBytes > 0 else {
            return nil
        }
        state = .body(left: left - part.readableBytes)
        return .body(part)
    }

    private mutating func head() -> Part? {
        let view = buffer.readableBytesView
        guard let end = Self.endOfHead(view) else { return nil }
        var status: Int?
        var length = 0
        var isChunked = false
        var retryAfter: Int?
        for line in view[..<end].split(separator: UInt8(ascii: "\n")) {
            guard status != nil else {
                status = Self.status(line)
                if status == nil { return fail() }
                continue
            }
            if let value = Self.value(of: "content-length", in: line) { length = Self.number(value) ?? 0 }
            if let value = Self.value(of: "retry-after", in: line) { retryAfter = Self.number(value) }
            if Self.value(of: "transfer-encoding", in: line) != nil { isChunked = true }
        }
        buffer.moveReaderIndex(to: end)
        state = isChunked ? .chunkHead : .body(left: length)
        return .head(status: status ?? 0, retryAfter: retryAfter)
    }

    private mutating func fail() -> Part? {
        state = .failed
        return nil
    }

    private mutating func line() -> ByteBufferView? {
        let view = buffer.readableBytesView
        guard let end = view.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        buffer.moveReaderIndex(to: end + 1)
        let line = view[..<end]
        return line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }

    private static func endOfHead(_ view: ByteBufferView) -> Int? {
        var place = view.startIndex
        while let lineEnd = view[place...].firstIndex(of: UInt8(ascii: "\n")) {
            let isEmpty = lineEnd == place || (lineEnd == place + 1 && view[place] == UInt8(ascii: "\r"))
            place = lineEnd + 1
            if isEmpty { return place }
        }
        return nil
    }

    private static func status(_ line: ByteBufferView) -> Int? {
        guard line.count >= 12, line.starts(with: "HTTP/1.".utf8) else { return nil }
        return number(line.dropFirst(9).prefix(3))
    }

    private static func value(of name: StaticString, in line: ByteBufferView) -> ByteBufferView? {
        let count = name.utf8CodeUnitCount
        guard line.count > count, line[line.startIndex + count] == UInt8(ascii: ":") else { return nil }
        let expected = UnsafeBufferPointer(start: name.utf8Start, count: count)
        for (byte, letter) in zip(line, expected) where byte | 0x20 != letter { return nil }
        return line.dropFirst(count + 1)
    }

    private static func number(_ text: ByteBufferView) -> Int? {
        var value: Int?
        for byte in text {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                if value != nil { break }
                continue
            }
            value = min((value ?? 0) * 10 + Int(byte - UInt8(ascii: "0")), 1 << 40)
        }
        return value
    }
}
