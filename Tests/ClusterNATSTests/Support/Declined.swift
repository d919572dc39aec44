import Cluster
import Wire

/// A typed error that crosses the wire.
struct Declined: WireFailure, Equatable {
    static let failureName = "declined"
    let reason: String

    init(reason: String) {
        self.reason = reason
    }

    func write(to writer: inout WireWriter) { writer.write(reason) }

    init(from reader: inout WireReader) throws(WireError) { reason = try reader.readString() }
}
