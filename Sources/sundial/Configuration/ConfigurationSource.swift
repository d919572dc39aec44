import ArgumentParser
import CalendarImport
import ConfigurationFile
import ContactCenter
import Foundation

/// A configuration file on this machine.
enum ConfigurationSource {
    /// The file's text, with the holidays of the iCalendar files that it names beside it; `-` is standard input.
    static func read(_ path: String) throws -> String {
        let source = try text(of: path)
        let folder = path == "-" ? URL(filePath: ".") : URL(filePath: path).deletingLastPathComponent()
        let imports = try ConfigurationFile.missingImports(of: source).map { name in
            (name: name, holidays: try holidays(of: URL(filePath: name, relativeTo: folder).path))
        }
        return ConfigurationFile.adding(imports, to: source)
    }

    private static func holidays(of path: String) throws -> [Holiday] {
        do {
            return try CalendarFile.holidays(in: try text(of: path))
        } catch let error as CalendarFileError {
            Report.error("\(path) cannot be read as holidays: \(error.message)")
            throw ExitCode.failure
        }
    }

    private static func text(of path: String) throws -> String {
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
