import Cluster
package import ContactCenter
package import Wire

/// Whole commands with their events, gathered into the payload of one record.
///
/// Layout: a version byte, then until the end of the payload, for each command its id, the count of its events, and
/// those. A command's body is not kept: what it came to is in its events.
package struct RecordBatch {
    private static let version: UInt8 = 1

    private var writer = WireWriter(capacity: 4_096)
    /// How many commands are in it.
    package private(set) var commandCount = 0

    /// A batch without commands.
    package init() {}

    /// Length of the payload, in bytes.
    package var byteCount: Int { writer.count }
    /// Whether there is no command in it.
    package var isEmpty: Bool { commandCount == 0 }

    /// Appends a command with all its events.
    package mutating func add(_ command: CommandID, _ events: [Event]) {
        if writer.count == 0 { writer.write(byte: Self.version) }
        writer.write(command)
        writer.write(events)
        commandCount += 1
    }

    /// Takes the payload out and begins a new one.
    package mutating func take() -> [UInt8] {
        if writer.count == 0 { writer.write(byte: Self.version) }
        defer {
            writer = WireWriter(capacity: 4_096)
            commandCount = 0
        }
        return writer.bytes
    }

    /// Goes through the commands of a payload in order.
    ///
    /// - Throws: ``Wire/WireError`` when the payload does not spell whole commands.
    package static func forEachCommand(
        in payload: [UInt8], _ body: (CommandID, [Event]) -> Void
    ) throws(WireError) {
        var reader = WireReader(payload)
        guard try reader.readByte() == version else {
            throw WireError(.invalidValue, reading: "version of a record of commands", at: 0)
        }
        while reader.remaining > 0 {
            body(try reader.read(), try reader.readArray())
        }
    }
}
