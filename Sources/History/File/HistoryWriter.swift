import Foundation
import Synchronization

/// Streams a history to a file: what is recorded is gathered and written some 64 KiB at a time, so memory stays
/// bounded however long the run is.
public final class HistoryWriter: Sendable {
    private let state: Mutex<State>
    private let path: String

    private struct State {
        var file: FileHandle
        var line = LineWriter()

        mutating func flush(_ path: String) throws(HistoryError) {
            do {
                try file.write(contentsOf: Data(line.bytes))
            } catch {
                throw HistoryError(
                    .unwritable, "The history file \(path) cannot be written on; is its disk full?", cause: error)
            }
            line.removeAll()
        }
    }

    private static let flushBound = 65_536

    /// Makes the file, or empties it, and writes the header.
    ///
    /// - Throws: ``HistoryError/Code/unwritable``.
    public init(path: String, header: HistoryHeader) throws(HistoryError) {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else {
            throw HistoryError(
                .unwritable, "The history file \(path) cannot be made; name one in a folder that exists.")
        }
        self.path = path
        do {
            try file.write(contentsOf: JSONEncoder().encode(header) + Data([UInt8(ascii: "\n")]))
        } catch {
            throw HistoryError(.unwritable, "The history file \(path) cannot be written.", cause: error)
        }
        state = Mutex(State(file: file))
    }

    /// Records an entry.
    ///
    /// - Throws: ``HistoryError/Code/unwritable``, which ends the run: a history with a hole proves nothing.
    public func record(_ entry: HistoryEntry) throws(HistoryError) {
        let path = path
        try state.withLock { (state) throws(HistoryError) in
            try entry.write(to: &state.line)
            if state.line.bytes.count >= Self.flushBound { try state.flush(path) }
        }
    }

    /// Writes what is gathered and lets go of the file.
    public func close() throws(HistoryError) {
        let path = path
        try state.withLock { (state) throws(HistoryError) in
            try state.flush(path)
            try? state.file.close()
        }
    }
}
