internal import Wire

/// The preferences of one contact that are not over: the first is waited for, the others follow one after another.
struct OpenPreferences: Sendable {
    var steps: [Preference]
    /// Since when the first is waited for.
    var since: Timestamp

    /// Until when the first is waited for.
    var until: Timestamp { since.advanced(by: steps[0].wait) }
}

extension OpenPreferences: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(steps)
        writer.write(since)
    }

    init(from reader: inout WireReader) throws(WireError) {
        steps = try reader.readArray(bound: Preference.countBound)
        since = try reader.read()
        guard !steps.isEmpty else { throw WireError(.invalidValue, reading: "preferences", at: reader.offset) }
    }
}
