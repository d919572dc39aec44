import ArgumentParser
import Foundation
import LoadHarness

/// What a command's exit code says: 0 that all is well, 1 that a promise was broken, 2 that nothing can be said.
enum ExitStatus {
    /// Runs a command that answers whether all was well.
    ///
    /// - Returns: The exit code to throw; nil for 0.
    static func of(_ body: () async throws(HarnessError) -> Bool) async -> ExitCode? {
        do throws(HarnessError) {
            return try await body() ? nil : ExitCode(1)
        } catch {
            FileHandle.standardError.write(Data("loadtest: \(error.message)\n".utf8))
            return ExitCode(2)
        }
    }
}
