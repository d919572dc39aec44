import ArgumentParser
import Foundation
import LoadHarness

/// What the commands have in common that measure in pairs and judge by thresholds.
enum PairedMeasurement {
    /// Measures, shows or writes the report, and ends with 1 when a threshold is missed, with 2 when nothing could be
    /// measured.
    ///
    /// - Parameters:
    ///   - json: The file for the report; `-` for standard output, nil for none.
    ///   - measure: Is handed what shows each step on standard error.
    static func run(
        json: String?, _ measure: (@escaping @Sendable (String) -> Void) async throws -> PairedReport
    ) async throws {
        let report: PairedReport
        do {
            report = try await measure { show("\($0) ...") }
        } catch {
            show("\(error)")
            throw ExitCode(2)
        }
        if let json { try OutputFile.write(report: report, to: json) }
        if json != "-" { print(report.text) }
        if !report.isPassed { throw ExitCode(1) }
    }

    private static func show(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
}
