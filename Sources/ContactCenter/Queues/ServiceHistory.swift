internal import Wire

/// How a queue served its last contacts, up to ``span`` of them: answered within the threshold, or not.
struct ServiceHistory: Hashable, Sendable {
    /// How many contacts are remembered.
    static let span = 64

    /// A bit for each, the latest the lowest: answered within the threshold.
    private var outcomes: UInt64 = 0
    private var count = 0

    init() {}

    /// Counts one more.
    mutating func add(isWithinThreshold: Bool) {
        outcomes = outcomes << 1 | (isWithinThreshold ? 1 : 0)
        count = min(Self.span, count + 1)
    }

    /// The share answered within the threshold; nil before the first.
    var share: Double? { count > 0 ? Double(outcomes.nonzeroBitCount) / Double(count) : nil }
}

extension ServiceHistory: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(fixed: outcomes)
        writer.write(count)
    }

    init(from reader: inout WireReader) throws(WireError) {
        outcomes = try reader.readFixed()
        count = try reader.readInt()
        guard (0...Self.span).contains(count), outcomes.nonzeroBitCount <= count else {
            throw WireError(.invalidValue, reading: "service history", at: reader.offset)
        }
    }
}
