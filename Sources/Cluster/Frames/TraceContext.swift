import Wire

/// A few short texts that travel with a call, such as a trace id; in the order in which they were set. What they are is
/// for the process's instrument to say (swift-distributed-tracing); without one there are none.
struct TraceContext: Hashable, Sendable {
    /// Most entries; further ones are left out.
    static let countBound = 8
    /// Longest key and longest value in UTF-8 bytes; an entry beyond is left out.
    static let textBound = 128

    /// The keys and values.
    private(set) var entries: [TraceEntry] = []

    init() {}

    /// The value of a key; nil when there is none. Setting nil takes the entry out. Complexity: O(count).
    subscript(key: String) -> String? {
        get { entries.first { $0.key == key }?.value }
        set {
            let place = entries.firstIndex { $0.key == key }
            guard let newValue, key.utf8.count <= Self.textBound, newValue.utf8.count <= Self.textBound else {
                if let place { entries.remove(at: place) }
                return
            }
            let entry = TraceEntry(key: key, value: newValue)
            if let place {
                entries[place] = entry
            } else if entries.count < Self.countBound {
                entries.append(entry)
            }
        }
    }
}

extension TraceContext: WireValue {
    func write(to writer: inout WireWriter) {
        writer.write(entries)
    }

    init(from reader: inout WireReader) throws(WireError) {
        entries = try reader.readArray(bound: Self.countBound)
    }
}
