import Foundation

/// Reads a history file entry by entry, in bounded memory.
public struct HistoryReader {
    /// The first line, read when the file was opened.
    public let header: HistoryHeader
    /// Whether the last line was cut off, as when the recorder was killed; it is left out.
    public private(set) var isTorn = false

    private let file: FileHandle
    private let path: String
    private var buffer: [UInt8]
    private var place: Int
    private var number = 1

    private static let chunk = 1 << 20

    /// Opens the file and reads its header.
    ///
    /// - Throws: ``HistoryError``: `unreadable`, `unsupported`, or `malformed`.
    public init(path: String) throws(HistoryError) {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw HistoryError(.unreadable, "There is no history file \(path) that can be read.")
        }
        self.file = file
        self.path = path
        buffer = []
        place = 0
        let first = try Self.nextLine(&buffer, &place, file, path)
        guard let first, first.isWhole,
            let header = try? JSONDecoder().decode(HistoryHeader.self, from: Data(first.bytes)),
            header.format == HistoryHeader(scenario: "", seed: 0).format
        else {
            throw HistoryError(.unsupported, "\(path) is not a history: its first line is no header of one.")
        }
        guard header.version <= HistoryHeader.version else {
            throw HistoryError(
                .unsupported,
                "\(path) is a history of version \(header.version); this program reads up to "
                    + "\(HistoryHeader.version): use a newer one.")
        }
        self.header = header
    }

    /// The next entry and its line in the file, the header's being 1; nil at the end.
    ///
    /// - Throws: ``HistoryError``, `malformed` with the line's number.
    public mutating func next() throws(HistoryError) -> (line: Int, entry: HistoryEntry)? {
        while let line = try Self.nextLine(&buffer, &place, file, path) {
            number += 1
            if line.bytes.isEmpty { continue }
            guard line.isWhole else {
                isTorn = true
                return nil
            }
            do throws(HistoryError) {
                return (number, try HistoryEntry(line: line.bytes))
            } catch {
                throw HistoryError(error.code, "\(path), line \(number): \(error.message)", cause: error.cause)
            }
        }
        return nil
    }

    private static func nextLine(
        _ buffer: inout [UInt8], _ place: inout Int, _ file: FileHandle, _ path: String
    ) throws(HistoryError) -> (bytes: ArraySlice<UInt8>, isWhole: Bool)? {
        var searched = place
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { place = end + 1 }
                return (buffer[place..<end], true)
            }
            buffer.removeFirst(place)
            place = 0
            searched = buffer.count
            let more: Data?
            do {
                more = try file.read(upToCount: chunk)
            } catch {
                throw HistoryError(.unreadable, "\(path) cannot be read on.", cause: error)
            }
            guard let more, !more.isEmpty else {
                defer { place = buffer.count }
                return buffer.isEmpty ? nil : (buffer[...], false)
            }
            buffer.append(contentsOf: more)
        }
    }
}
