import Foundation

/// Finds the nats-server to be started.
public enum NATSServerProgram {
    /// Path of the program: `$SUNDIAL_NATS_SERVER`, else the one that `deploy/nats` put into `.build/nats` below the
    /// working directory, else `nats-server` on PATH.
    ///
    /// - Throws: ``NATSServerError`` with `noProgram` when there is none of them.
    public static func path() throws(NATSServerError) -> String {
        let variables = ProcessInfo.processInfo.environment
        let folders = (variables["PATH"] ?? "").split(separator: ":")
        let candidates =
            variables["SUNDIAL_NATS_SERVER"].map { [$0] }
            ?? [FileManager.default.currentDirectoryPath + "/.build/nats/nats-server"]
            + folders.map { "\($0)/nats-server" }
        guard let path = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw NATSServerError(
                .noProgram,
                "There is no nats-server in .build/nats or on PATH. Run deploy/nats first, or name the program in "
                    + "SUNDIAL_NATS_SERVER.")
        }
        return path
    }
}
