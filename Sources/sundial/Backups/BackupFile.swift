import ArgumentParser
import Center
import ContactCenter
import Foundation
import GatewayAPI

/// A backup in a local file.
enum BackupFile {
    /// Writes a file that only its owner may read; after a crash there is the whole of it or none.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let url = URL(filePath: path)
        let fresh = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).new")
        do {
            guard
                FileManager.default.createFile(
                    atPath: fresh.path, contents: nil, attributes: [.posixPermissions: 0o600])
            else { throw CocoaError(.fileWriteUnknown) }
            let handle = try FileHandle(forWritingTo: fresh)
            try handle.write(contentsOf: Data(bytes))
            try handle.synchronize()
            try handle.close()
            try FileManager.default.moveItem(at: fresh, to: url)
        } catch {
            try? FileManager.default.removeItem(at: fresh)
            Report.error("The backup cannot be written to \(path): \(error.localizedDescription)")
            throw ExitCode.failure
        }
    }

    /// Reads a file, and checks everything in it.
    static func read(_ path: String) throws -> PartitionBackup {
        do {
            return try PartitionBackup(file: [UInt8](Data(contentsOf: URL(filePath: path))))
        } catch let error as CenterError {
            Report.error("\(path): \(error.message)")
            throw ExitCode.failure
        } catch {
            Report.error("The file \(path) cannot be read: \(error.localizedDescription)")
            throw ExitCode.notFound
        }
    }

    /// The business time at which a backup was taken.
    static func time(of backup: PartitionBackup) -> String {
        DateTime(microseconds: backup.time.microseconds).description
    }
}
