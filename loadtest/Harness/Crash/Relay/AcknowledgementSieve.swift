import NIOCore
import Synchronization

/// Passes on what a NATS server says to a client, and drops the acknowledgements of its appends while it is told to.
///
/// Everything else stays: a server and a client whose other messages got lost would find each other broken.
final class AcknowledgementSieve: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// Says whether acknowledgements are dropped at the moment, and counts them.
    final class Switch: Sendable {
        private let drops = Atomic(false)
        private let count = Atomic(0)

        /// How many were dropped.
        var dropped: Int { count.load(ordering: .relaxed) }

        /// Begins to drop acknowledgements, or ceases to.
        func set(_ drops: Bool) { self.drops.store(drops, ordering: .relaxed) }

        fileprivate func takes(_ message: ByteBufferView) -> Bool {
            guard drops.load(ordering: .relaxed), AcknowledgementSieve.isAcknowledgement(message) else { return false }
            count.wrappingAdd(1, ordering: .relaxed)
            return true
        }
    }

    private static let mark = Array(#"{"stream":""#.utf8)
    private static let lineEnd = Array("\r\n".utf8)

    private let sieve: Switch
    private var pending = ByteBuffer()

    init(_ sieve: Switch) {
        self.sieve = sieve
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        pending.writeBuffer(&bytes)
        var passed = context.channel.allocator.buffer(capacity: pending.readableBytes)
        while let length = Self.length(of: pending.readableBytesView), let frame = pending.readSlice(length: length) {
            if !sieve.takes(frame.readableBytesView) { passed.writeImmutableBuffer(frame) }
        }
        pending.discardReadBytes()
        if passed.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(passed)) }
    }

    /// How many bytes the first frame has: a line, and for a message its content; nil while it is not all there.
    static func length(of bytes: ByteBufferView) -> Int? {
        guard let end = bytes.firstRange(of: lineEnd)?.upperBound else { return nil }
        let line = bytes[bytes.startIndex..<end]
        let lineLength = line.count
        guard line.starts(with: "MSG ".utf8) || line.starts(with: "HMSG ".utf8),
            let word = line.dropLast(2).split(separator: UInt8(ascii: " ")).last,
            let size = Int(String(decoding: word, as: UTF8.self))
        else { return lineLength }
        let length = lineLength + size + 2
        return bytes.count >= length ? length : nil
    }

    /// Whether a frame is JetStream's answer to an append: it says at which place of a stream the record is.
    static func isAcknowledgement(_ frame: ByteBufferView) -> Bool {
        frame.starts(with: "MSG _INBOX.".utf8) && frame.count < 512 && frame.firstRange(of: mark) != nil
    }
}
