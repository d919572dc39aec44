import Cluster

/// What the two streams of one partition's journal are called, and the subjects in them.
struct JetStreamNames: Hashable, Sendable {
    /// The stream of records.
    let records: String
    /// The one subject of all records.
    let recordSubject: String
    /// The stream of snapshots.
    let snapshots: String
    /// What the subject of every chunk begins with, without the last dot.
    let snapshotSubject: String
    /// What the API of JetStream is asked under, without the last dot.
    let api: String

    init(_ partition: PartitionID, _ options: JetStreamOptions) {
        let (cluster, site) = (Self.word(options.cluster), Self.word(partition.site))
        let name = "\(cluster)-\(site)_\(partition.number)-\(options.generation)"
        let place = "\(cluster).\(site).\(partition.number).\(options.generation)"
        records = "sundial-\(name)"
        recordSubject = "sundial.journal.\(place)"
        snapshots = "sundial-\(name)-snapshots"
        snapshotSubject = "sundial.snapshot.\(place)"
        api = options.domain.map { "$JS.\($0).API" } ?? "$JS.API"
    }

    /// What the subjects of one snapshot's chunks begin with, without the last dot.
    func subject(of snapshot: SnapshotReference) -> String {
        "\(snapshotSubject).\(snapshot.sequence).\(String(snapshot.checksum, radix: 16)).\(snapshot.chunkCount)"
    }

    /// The subject of the message that says that all chunks are there.
    func wholeSubject(of snapshot: SnapshotReference) -> String {
        subject(of: snapshot) + ".whole"
    }

    /// The snapshot that a subject of a chunk belongs to; nil when it spells none.
    func snapshot(of subject: String) -> SnapshotReference? {
        guard subject.hasPrefix(snapshotSubject + ".") else { return nil }
        let words = subject.dropFirst(snapshotSubject.count + 1).split(separator: ".")
        guard words.count == 4, let sequence = UInt64(words[0]), let checksum = UInt64(words[1], radix: 16),
            let count = Int(words[2])
        else { return nil }
        return SnapshotReference(sequence: JournalSequence(sequence), chunkCount: count, checksum: checksum)
    }

    /// `text` as one word of a subject: whatever is no letter, digit, `-` or `_` becomes `=` and two hexadecimal digits.
    private static func word(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                String(UnicodeScalar(byte))
            default: "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }
}
