import Foundation
import GatewayClient

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
    private let tokenFile: URL

    private init(address: String, folder: URL, process: Process, tokenFile: URL? = nil) {
        self.address = address
        self.folder = folder
        self.process = process
        self.tokenFile = tokenFile ?? folder.appending(path: "administrator-token")
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
    ///
    /// - Parameter arguments: What `sundial serve` is told beside that.
    static func start(in folder: URL, _ arguments: [String] = []) async throws -> RunningNode {
        let process = Program.named("sundial").makeProcess(
            ["serve", "--data", folder.path, "--port", "0", "--log-level", "warning"] + arguments)
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
        program.environment = ["SUNDIAL_URL": address, "SUNDIAL_TOKEN_FILE": tokenFile.path]
        return program
    }

    /// The same node, spoken to with the token that another node of its cluster made first.
    func asAdministrator(of other: RunningNode) -> RunningNode {
        RunningNode(address: address, folder: folder, process: process, tokenFile: other.tokenFile)
    }

    /// Calls `body` with a client of the node's administrator, which sends every request once.
    ///
    /// - Parameter patience: How long the client waits for an answer.
    func withClient(patience: Duration = .seconds(10), _ body: (GatewayClient) async throws -> Void) async throws {
        let token = try String(contentsOf: tokenFile, encoding: .utf8).trimmingCharacters(in: .newlines)
        var configuration = ClientConfiguration()
        configuration.retries = .never
        configuration.attemptTimeout = patience
        try await GatewayClient.withClient(address: address, token: token, configuration: configuration, body)
    }

    /// Sends the node a signal.
    func signal(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Sends the node a signal and waits until it has ended.
    ///
    /// - Returns: Its exit status, or the number of the signal that it died of.
    @discardableResult
    func stop(_ signal: Int32) async -> Int32 {
        kill(process.processIdentifier, signal)
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [self] in
                process.waitUntilExit()
                continuation.resume(returning: process.terminationStatus)
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
