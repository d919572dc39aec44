import Wire

/// Frames of one node for another that travel together.
struct Packet: Sendable {
    /// The layout written by this program; packets of another are refused.
    static let version: UInt8 = 1
    /// The most bytes that stand before and between frames: the head, and a length for each.
    static let headBound = 1 + 2 + NodeID.nameBound + 3

    let sender: NodeID
    /// Each frame's bytes, in the order in which they were sent.
    let frames: [[UInt8]]
}

extension Packet: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(byte: Self.version)
        writer.write(sender)
        writer.write(UInt64(frames.count))
        for frame in frames { writer.write(bytes: frame) }
    }

    init(from reader: inout WireReader) throws(WireError) {
        guard try reader.readByte() == Self.version else {
            throw WireError(.invalidValue, reading: "version of packet", at: 0)
        }
        sender = try reader.read()
        let count = try reader.readCount(bound: FrameBounds.frames)
        var frames: [[UInt8]] = []
        frames.reserveCapacity(min(count, reader.remaining))
        for _ in 0..<count { frames.append(try reader.readBytes(bound: FrameBounds.frame)) }
        self.frames = frames
    }
}
