import Foundation

/// A node that runs as a process of its own, on a free port of loopback and in a folder of its own.
///
/// Unchecked: used by one test at a time.
final class RunningNode: @unchecked Sendable {
    /// Why a node could not be used.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let address: String
    let folder: URL
    private let process: Process

    private init(address: String, folder: URL, process: Process) {
        self.address = address
        self.folder = folder
        self.process = process
    }

    /// Calls `body` with a fresh node and ends it afterwards.
    static func withNode(_ body: (RunningNode) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sundial-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let node = try await start(in: folder)
        do {
            try await body(node)
        } catch {
            await node.stop(SIGKILL)
            throw error
        }
        await node.stop(SIGTERM)
    }

    /// Starts a node on the data in `folder` and waits until it listens.
    static func start(in folder: URL) async throws -> RunningNode {
        let process = Program.named("sundial").makeProcess(
            ["serve", "--data", folder.path, "--port", "0", "--log-level", "warning"])
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.standardError
        try process.run()
        let address = await firstAddress(in: output)
        guard let address else {
            throw Failure(description: "sundial serve ended before it listened")
        }
        return RunningNode(address: address, folder: folder, process: process)
    }

    /// The command line program, pointed at this node as its administrator.
    var sundial: Program {
        var program = Program.named("sundial")
        program.environment = [
            "SUNDIAL_URL": address, "SUNDIAL_TOKEN_FILE": folder.appending(path: "administrator-token").path,
        ]
        return program
    }

    /// Sends the node a signal and waits until it has ended.
    func stop(_ signal: Int32) async {
        kill(process.processIdentifier, signal)
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            DispatchQueue.global().async { [self] in
                process.waitUntilExit()
                continuation.resume()
            }
        }
    }

    private static func firstAddress(in pipe: Pipe) async -> String? {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var text = ""
                while true {
                    let data = pipe.fileHandleForReading.availableData
                    guard !data.isEmpty else { return continuation.resume(returning: nil) }
                    text += String(decoding: data, as: UTF8.self)
                    if let address = address(in: text) { return continuation.resume(returning: address) }
                }
            }
        }
    }

    private static func address(in text: String) -> String? {
        text.split(separator: "\n").lazy
            .filter { $0.hasPrefix("listening on ") && text.contains("\($0)\n") }
            .map { String($0.dropFirst("listening on ".count)) }
            .first
    }
}
