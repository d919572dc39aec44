import ArgumentParser
import Foundation

/// A configuration file on this machine.
enum ConfigurationSource {
    /// The file's text; `-` is standard input.
    static func read(_ path: String) throws -> String {
        do {
            let data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data()
                : try Data(
                    contentsOf: URL(filePath: path))
            guard let text = String(data: data, encoding: .utf8) else {
                Report.error("\(path) is not UTF-8 text. Save it as UTF-8 and try again.")
                throw ExitCode.failure
            }
            return text
        } catch let error as CocoaError {
            Report.error("\(path) cannot be read: \(error.localizedDescription)")
            throw ExitCode.notFound
        }
    }
}
