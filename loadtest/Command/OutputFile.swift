import Foundation
import LoadHarness

/// Files that reports are written to.
enum OutputFile {
    /// Writes a report as JSON for people; a path of `-` is standard output.
    ///
    /// - Throws: ``HarnessError/Code/file`` when it cannot be written; what the encoder throws.
    static func write(report: some Encodable, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let data = try encoder.encode(report)
        if path == "-" {
            print(String(decoding: data, as: UTF8.self))
        } else {
            try write(data, to: path)
        }
    }

    /// - Throws: ``HarnessError/Code/file`` when it cannot be written.
    static func write(_ data: Data, to path: String) throws(HarnessError) {
        do {
            try data.write(to: URL(filePath: path))
        } catch {
            throw HarnessError(.file, "\(path) cannot be written.", cause: error)
        }
    }
}
