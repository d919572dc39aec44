import Foundation

/// A node that is started, killed and started again on the same data.
actor NodeProcess {
    private let sundial: String
    private let data: String
    private let arguments: [String]
    private var process: Process?
    private var output: FileHandle?
    /// What a node that was launched says, until it listens.
    private var lines: AsyncStream<Data>?
    /// Where it listens; 0 before the first start, which takes any port that is free.
    private(set) var port = 0

    /// How long a start may take.
    private static let startBound: Duration = .seconds(60)

    /// - Parameter arguments: What `sundial serve` is told beside folder and port.
    init(sundial: String, data: String, arguments: [String] = []) {
        self.sundial = sundial
        self.data = data
        self.arguments = arguments
    }

    /// Where its API is, as an administrator.
    ///
    /// - Parameter token: The administrator's token; nil for the one that the node made itself.
    func target(token: String? = nil) throws(HarnessError) -> Target {
        let known = if let token { token } else { try self.token() }
        return try Target(url: "http://127.0.0.1:\(port)", token: known)
    }

    /// The administrator's token that one of a cluster's nodes made: whichever was first.
    static func token(madeByOneOf nodes: [NodeProcess]) async throws(HarnessError) -> String {
        for node in nodes {
            if let token = try? await node.token() { return token }
        }
        throw HarnessError(.node, "None of the cluster's nodes has made an administrator's token.")
    }

    /// The administrator's token, as the node wrote it.
    private func token() throws(HarnessError) -> String {
        try Target.read(token: "\(data)/administrator-token")
    }

    /// Starts the node, and returns once it listens.
    ///
    /// - Returns: How long that took.
    /// - Throws: ``HarnessError/Code/node`` when it ends or does not listen in time.
    func start() async throws(HarnessError) -> Duration {
        let began = ContinuousClock.now
        try launch()
        try await waitUntilListening()
        return began.duration(to: .now)
    }

    /// Starts the node, and returns at once.
    func launch() throws(HarnessError) {
        let (lines, continuation) = AsyncStream.makeStream(of: Data.self)
        let pipe = Pipe()
        pipe.fileHandleForReading.readabilityHandler = { handle in
            let bytes = handle.availableData
            if bytes.isEmpty {
                handle.readabilityHandler = nil
                continuation.finish()
            } else {
                continuation.yield(bytes)
            }
        }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // A file that reaches its limit is to be an error of the write, not the end of the program.
        process.arguments =
            ["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", sundial, "serve", "--data", data, "--port", String(port)]
            + arguments
        process.standardOutput = pipe
        process.standardError = log()
        do {
            try process.run()
        } catch {
            throw HarnessError(
                .node, "\(sundial) cannot be started; name the program with --sundial.", cause: error)
        }
        self.process = process
        output = pipe.fileHandleForReading
        self.lines = lines
    }

    /// Returns once the node that was launched listens.
    func waitUntilListening() async throws(HarnessError) {
        guard let lines else { return }
        port = try await Self.listening(lines)
        self.lines = nil
    }

    /// Ends the node as a power cut would.
    func kill() {
        guard let process else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        waitUntilEnded()
    }

    /// Tells the node to end, and returns at once.
    func tellToEnd() {
        if let process { Foundation.kill(process.processIdentifier, SIGTERM) }
    }

    /// Returns once the node that was killed or told to end has ended.
    func waitUntilEnded() {
        process?.waitUntilExit()
        output?.readabilityHandler = nil
        process = nil
    }

    /// Stops the node in the middle of whatever it does, until ``thaw()``.
    func freeze() {
        if let process { Foundation.kill(process.processIdentifier, SIGSTOP) }
    }

    /// Lets a frozen node go on.
    func thaw() {
        if let process { Foundation.kill(process.processIdentifier, SIGCONT) }
    }

    /// Whether it was started and has not ended.
    var isRunning: Bool { process?.isRunning == true }

    /// Lets no file that the node writes grow beyond so many bytes, as if its disk were full; nil lets them grow.
    func limitFiles(toBytes bytes: UInt?) throws(HarnessError) {
        guard let node = process?.processIdentifier else { return }
        let program = Process()
        program.executableURL = URL(filePath: "/usr/bin/prlimit")
        program.arguments = ["--pid", String(node), "--fsize=\(bytes.map { String($0) } ?? "unlimited"):unlimited"]
        do { try program.run() } catch {
            throw HarnessError(.node, "prlimit, which limits the node's files, cannot be started.", cause: error)
        }
        program.waitUntilExit()
        guard program.terminationStatus == 0 else {
            throw HarnessError(.node, "prlimit could not limit the node's files.")
        }
    }

    /// Where the node's log goes on: a file beside its data.
    private func log() -> FileHandle? {
        let path = "\(data).log"
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        let file = FileHandle(forWritingAtPath: path)
        _ = try? file?.seekToEnd()
        return file
    }

    private static func listening(_ output: AsyncStream<Data>) async throws(HarnessError) -> Int {
        let port = await withTaskGroup(of: Int?.self) { group in
            group.addTask {
                var text = ""
                for await bytes in output {
                    text += String(decoding: bytes, as: UTF8.self)
                    if let found = Self.port(in: text) { return found }
                }
                return nil
            }
            group.addTask {
                try? await Task.sleep(for: startBound)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        guard let port else {
            throw HarnessError(
                .node, "The node ended, or did not begin to listen within \(startBound.components.seconds) s.")
        }
        return port
    }

    /// The port of the line `listening on http://HOST:PORT`; nil before the line is whole.
    static func port(in text: String) -> Int? {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            guard let start = line.firstRange(of: "listening on http://"),
                let word = line[start.upperBound...].split(separator: " ").first
            else { continue }
            return word.split(separator: ":").last.flatMap { Int($0) }
        }
        return nil
    }
}
