import Foundation

/// A node that is started, killed and started again on the same data.
actor NodeProcess {
    private let sundial: String
    private let data: String
    private var process: Process?
    private var output: FileHandle?
    /// Where it listens; 0 before the first start, which takes any port that is free.
    private(set) var port = 0

    /// How long a start may take.
    private static let startBound: Duration = .seconds(60)

    init(sundial: String, data: String) {
        self.sundial = sundial
        self.data = data
    }

    /// The administrator's token, as the node wrote it.
    func token() throws(HarnessError) -> String {
        try Target.read(token: "\(data)/administrator-token")
    }

    /// Starts the node, and returns once it listens.
    ///
    /// - Returns: How long that took.
    /// - Throws: ``HarnessError/Code/node`` when it ends or does not listen in time.
    func start() async throws(HarnessError) -> Duration {
        let began = ContinuousClock.now
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
        process.executableURL = URL(filePath: sundial)
        process.arguments = ["serve", "--data", data, "--port", String(port)]
        process.standardOutput = pipe
        process.standardError = FileHandle(forWritingAtPath: "/dev/null")
        do {
            try process.run()
        } catch {
            throw HarnessError(
                .node, "\(sundial) cannot be started; name the program with --sundial.", cause: error)
        }
        self.process = process
        output = pipe.fileHandleForReading
        port = try await Self.listening(lines)
        return began.duration(to: .now)
    }

    /// Ends the node as a power cut would.
    func kill() {
        guard let process else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        output?.readabilityHandler = nil
        self.process = nil
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
