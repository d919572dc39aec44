import Cluster
import Foundation

/// Looks into SQLite's write-ahead file before SQLite does, which would drop an unfinished end without a word.
///
/// The file is a header of 32 bytes and frames, each a header of 24 bytes and one page; numbers are big-endian.
/// Frames carry the header's two salts (frames of an earlier round have others) and a running checksum; a frame that
/// ends a transaction says so. What stands behind the last such frame, with the current salts, was being written
/// when the writing stopped. Source: SQLite, Database File Format, section 4 "The Write-Ahead Log".
struct WriteAheadFile {
    /// The end of a write-ahead file that holds no whole transaction.
    struct Unfinished: Hashable {
        /// Where it begins, in bytes.
        let offset: Int
        /// All bytes from there to the end of the file.
        let bytes: [UInt8]
    }

    private static let headerLength = 32
    private static let frameHeaderLength = 24
    private static let pageLengths = 512...65_536

    private var checksum: (UInt32, UInt32) = (0, 0)
    private let salts: [UInt8]
    private let isBigEndian: Bool
    private let pageLength: Int

    /// The unfinished end of the file at `path`; nil when there is none, or no file.
    static func unfinishedEnd(path: String) -> Unfinished? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        let header = read(headerLength, from: file)
        guard !header.isEmpty else { return nil }
        guard var reader = WriteAheadFile(header: header) else {
            return header.count < headerLength ? Unfinished(offset: 0, bytes: header) : nil
        }
        return reader.unfinishedEnd(of: file)
    }

    private init?(header: [UInt8]) {
        guard header.count == Self.headerLength else { return nil }
        let magic = Self.word(header[...], at: 0, isBigEndian: true)
        let length = Int(Self.word(header[...], at: 8, isBigEndian: true))
        guard magic & ~1 == 0x377f_0682, Self.pageLengths.contains(length) else { return nil }
        isBigEndian = magic & 1 == 1
        pageLength = length
        salts = Array(header[16..<24])
        add(header[..<24])
        guard isChecksum(header, at: 24) else { return nil }
    }

    private mutating func unfinishedEnd(of file: FileHandle) -> Unfinished? {
        let frameLength = Self.frameHeaderLength + pageLength
        var offset = Self.headerLength
        var committed = offset
        while true {
            let frame = Self.read(frameLength, from: file)
            if frame.isEmpty { break }
            if frame.count >= 16, Array(frame[8..<16]) != salts { break }
            offset += frame.count
            guard frame.count == frameLength else { break }
            add(frame[..<8])
            add(frame[Self.frameHeaderLength...])
            guard isChecksum(frame, at: 16) else { break }
            if Self.word(frame[...], at: 4, isBigEndian: true) != 0 { committed = offset }
        }
        guard offset > committed else { return nil }
        guard (try? file.seek(toOffset: UInt64(committed))) != nil else { return nil }
        return Unfinished(offset: committed, bytes: Self.read(Int.max, from: file))
    }

    private mutating func add(_ bytes: ArraySlice<UInt8>) {
        for offset in stride(from: bytes.startIndex, to: bytes.endIndex, by: 8) {
            checksum.0 &+= Self.word(bytes, at: offset, isBigEndian: isBigEndian) &+ checksum.1
            checksum.1 &+= Self.word(bytes, at: offset + 4, isBigEndian: isBigEndian) &+ checksum.0
        }
    }

    private func isChecksum(_ bytes: [UInt8], at offset: Int) -> Bool {
        Self.word(bytes[...], at: offset, isBigEndian: true) == checksum.0
            && Self.word(bytes[...], at: offset + 4, isBigEndian: true) == checksum.1
    }

    private static func word(_ bytes: ArraySlice<UInt8>, at offset: Int, isBigEndian: Bool) -> UInt32 {
        var word: UInt32 = 0
        for position in 0..<4 {
            word |= UInt32(bytes[offset + position]) << UInt32(8 * (isBigEndian ? 3 - position : position))
        }
        return word
    }

    private static func read(_ count: Int, from file: FileHandle) -> [UInt8] {
        let data = count == Int.max ? try? file.readToEnd() : try? file.read(upToCount: count)
        return Array(data ?? Data())
    }
}
