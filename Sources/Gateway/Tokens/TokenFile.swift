import Foundation
import Glibc

/// What the file of tokens holds.
struct TokenFile: Codable, Sendable {
    var version: Int
    var tokens: [TokenTable.Entry]

    /// Writes the file so that a crash leaves the old one or the new one, whole.
    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(self)
        let fresh = path + ".new"
        let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.failure() }
        defer { close(file) }
        try data.withUnsafeBytes { bytes in
            var rest = bytes
            while !rest.isEmpty {
                let count = Glibc.write(file, rest.baseAddress, rest.count)
                guard count > 0 else { throw Self.failure() }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
        guard fsync(file) == 0, rename(fresh, path) == 0 else { throw Self.failure() }
        let folder = open((path as NSString).deletingLastPathComponent.nonEmpty, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Self.failure() }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw Self.failure() }
    }

    private static func failure() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}

extension String {
    /// The text itself; the present folder when it is empty.
    fileprivate var nonEmpty: String { isEmpty ? "." : self }
}
