import Foundation

/// A nats-server with JetStream that runs as a process of its own, on free ports of loopback and in a given folder.
///
/// It keeps its ports and its folder over restarts, so whoever was connected finds it again with what it had stored.
/// Ended by ``end()``, or by the scope of ``with(_:in:_:)``.
public actor NATSServer {
    /// How long a start may take.
    private static let startBound: Duration = .seconds(30)
    /// How often a starting server is asked whether it is ready.
    private static let startPace: Duration = .milliseconds(20)

    /// Its name.
    public nonisolated let name: String
    /// Where clients connect.
    public nonisolated let url: String
    /// The port of ``url``.
    public nonisolated let port: Int
    /// Where its configuration, its log and its streams are.
    public nonisolated let folder: String
    private nonisolated let program: String
    private nonisolated let watchPort: Int
    private nonisolated let configuration: String
    private nonisolated let variables: [String: String]
    private var process: Process?

    /// A server that is not started yet; `folder` is made if need be.
    ///
    /// - Throws: ``NATSServerError`` with `noProgram`, `noPort` or `noFolder`.
    public init(_ settings: NATSServerSettings = NATSServerSettings(), in folder: String) throws(NATSServerError) {
        let ports = try LoopbackPort.free(2)
        name = settings.name
        port = ports[0]
        url = "nats://127.0.0.1:\(ports[0])"
        watchPort = ports[1]
        self.folder = folder
        configuration = "\(folder)/server.conf"
        variables = [:]
        program = try NATSServerProgram.path()
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try settings.file(port: ports[0], watchPort: ports[1], folder: folder)
                .write(toFile: "\(folder)/server.conf", atomically: true, encoding: .utf8)
        } catch {
            throw NATSServerError(.noFolder, "The folder \(folder) cannot be written: \(error).", cause: error)
        }
    }

    /// A server that is not started yet and has a configuration file of its own, with the variables that it names;
    /// that file has it listen on `port`, with TLS, and be watched on `watchPort`.
    ///
    /// - Throws: ``NATSServerError`` with `noProgram` or `noFolder`.
    init(
        _ name: String, configuration: String, variables: [String: String], port: Int, watchPort: Int, in folder: String
    ) throws(NATSServerError) {
        self.name = name
        self.configuration = configuration
        self.variables = variables
        self.port = port
        self.watchPort = watchPort
        self.folder = folder
        url = "tls://127.0.0.1:\(port)"
        program = try NATSServerProgram.path()
        do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
            throw NATSServerError(.noFolder, "The folder \(folder) cannot be made: \(error).", cause: error)
        }
    }

    /// Runs `body` with a server that is ready, in a new folder, and removes both.
    ///
    /// - Parameter parent: Where the folder is made; nil for the folder of temporary files.
    public static func with<Result: Sendable>(
        _ settings: NATSServerSettings = NATSServerSettings(), in parent: String? = nil,
        _ body: @Sendable (NATSServer) async throws -> Result
    ) async throws -> Result {
        let folder = "\(parent ?? FileManager.default.temporaryDirectory.path)/sundial-nats-\(UUID().uuidString)"
        let server = try NATSServer(settings, in: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            try await server.start()
            let result = try await body(server)
            await server.end()
            return result
        } catch {
            await server.end()
            throw error
        }
    }

    /// Starts the server, and returns once it serves, JetStream included.
    ///
    /// - Throws: ``NATSServerError`` with `ended` or `notReady`, the end of its log in the message.
    public func start() async throws(NATSServerError) {
        try launch()
        try await waitUntilReady()
    }

    /// Starts the process, without waiting for anything.
    ///
    /// - Throws: ``NATSServerError`` with `ended` when it cannot be started.
    public func launch() throws(NATSServerError) {
        precondition(process == nil, "the server \(name) runs already")
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["--config", configuration, "--log", logPath]
        process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch {
            throw NATSServerError(.ended, "\(program) cannot be started: \(error).", cause: error)
        }
        self.process = process
    }

    /// Returns once the server serves: JetStream has recovered its streams, and in a cluster has a leader.
    ///
    /// - Throws: ``NATSServerError`` with `ended` or `notReady`, the end of its log in the message.
    public func waitUntilReady() async throws(NATSServerError) {
        let deadline = ContinuousClock.now + Self.startBound
        while await !isReady() {
            guard process?.isRunning == true else { throw failure(.ended, "ended by itself") }
            guard ContinuousClock.now < deadline, await pause() else {
                throw failure(.notReady, "was not ready within \(Self.startBound.components.seconds) s")
            }
        }
    }

    /// Ends the process as a power cut would, and returns once it is gone.
    public func kill() async {
        await end(with: SIGKILL)
    }

    /// Ends the process in order, and returns once it is gone.
    public func stop() async {
        await end(with: SIGTERM)
    }

    /// Kills the process if it runs; nothing is left of it then but its folder.
    public func end() async {
        await end(with: SIGKILL)
    }

    /// Freezes the process: it answers nothing and its connections stay open.
    ///
    /// Returns once each of its threads stands, or after a second: a thread that runs when the signal comes may go on until
    /// it enters the kernel.
    public func freeze() async {
        signal(SIGSTOP)
        for _ in 0..<1_000 where !isStanding { try? await Task.sleep(for: .milliseconds(1)) }
    }

    /// Whether every thread is stopped, as far as `/proc` tells.
    private var isStanding: Bool {
        guard let process = process?.processIdentifier,
            let threads = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
        else { return true }
        return threads.allSatisfy { thread in
            let line = (try? String(contentsOfFile: "/proc/\(process)/task/\(thread)/stat", encoding: .utf8)) ?? ""
            // The state follows the name, which stands in parentheses.
            return line.isEmpty || line.split(separator: ")").last?.dropFirst().first == "T"
        }
    }

    /// Lets a frozen process go on.
    public func thaw() {
        signal(SIGCONT)
    }

    /// Has the server read its configuration again, at some time after the return.
    public func reload() {
        signal(SIGHUP)
    }

    /// Tells the server to hand its streams to others of its cluster, send its clients away and end.
    public func enterLameDuck() {
        signal(SIGUSR2)
    }

    /// What the server reports of itself under a path such as `/jsz`; nil while it does not answer.
    public func report(_ path: String) async -> String? {
        let answer = await answer(to: path)
        return answer.firstRange(of: "\r\n\r\n").map { String(answer[$0.upperBound...]) }
    }

    /// Returns once the process has ended by itself.
    public func waitUntilEnded() async {
        guard let process else { return }
        await NATSServerEnding(process).wait()
        self.process = nil
    }

    /// The server's own log.
    public var log: String { (try? String(contentsOfFile: logPath, encoding: .utf8)) ?? "" }

    private nonisolated var logPath: String { "\(folder)/server.log" }

    private func isReady() async -> Bool {
        await answer(to: "/healthz").prefix { $0 != "\r" && $0 != "\r\n" }.contains(" 200 ")
    }

    private nonisolated func answer(to path: String) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: LoopbackPort.answer(from: self.watchPort, to: path) ?? "")
            }
        }
    }

    /// Waits a little; false when the task was cancelled.
    private func pause() async -> Bool {
        do { try await Task.sleep(for: Self.startPace) } catch { return false }
        return true
    }

    private func signal(_ number: Int32) {
        guard let process, process.isRunning else { return }
        _ = Foundation.kill(process.processIdentifier, number)
    }

    private func end(with number: Int32) async {
        guard let process else { return }
        self.process = nil
        let ending = NATSServerEnding(process)
        if number != SIGKILL { _ = Foundation.kill(process.processIdentifier, SIGCONT) }
        if process.isRunning { _ = Foundation.kill(process.processIdentifier, number) }
        await ending.wait()
    }

    private func failure(_ code: NATSServerError.Code, _ what: String) -> NATSServerError {
        let end = log.split(separator: "\n").suffix(5).joined(separator: "\n")
        return NATSServerError(code, "The server \(name) \(what); its log \(logPath) ends with:\n\(end)")
    }
}
