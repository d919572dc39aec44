import Foundation
import LoadHarness

/// Files that reports are written to.
enum OutputFile {
    /// - Throws: ``HarnessError/Code/file`` when it cannot be written.
    static func write(_ data: Data, to path: String) throws(HarnessError) {
        do {
            try data.write(to: URL(filePath: path))
        } catch {
            throw HarnessError(.file, "\(path) cannot be written.", cause: error)
        }
    }
}
