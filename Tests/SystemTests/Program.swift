import Foundation
import Synchronization

/// One of the project's built programs, run as a user runs it.
struct Program: Sendable {
    /// What a finished run left behind.
    struct Run: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    let url: URL
    var environment: [String: String] = [:]

    /// The program of this name that was built together with the tests.
    static func named(_ name: String) -> Program {
        let folder = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
            .map { $0.bundleURL.deletingLastPathComponent() }
        let built = folder ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        return Program(url: built.appending(path: name))
    }

    /// Runs the program to its end.
    func run(_ arguments: String...) async throws -> Run {
        try await run(arguments)
    }

    /// Runs the program to its end.
    func run(_ arguments: [String]) async throws -> Run {
        let process = makeProcess(arguments)
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        async let errorText = Self.text(errors)
        let outputText = await Self.text(output)
        let status = await Self.exit(of: process)
        return Run(status: status, output: outputText, errors: await errorText)
    }

    /// Runs the program until it has printed so many lines, and ends it then.
    ///
    /// - Parameter body: Is called once the first line is there.
    func lines(_ arguments: [String], until count: Int, _ body: () async throws -> Void) async throws -> [String] {
        let process = makeProcess(arguments)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        defer { process.terminate() }
        var lines: [String] = []
        for await line in Self.lines(output) {
            lines.append(line)
            if lines.count == 1 { try await body() }
            if lines.count == count { break }
        }
        return lines
    }

    /// A process that is not yet running, its standard input empty.
    func makeProcess(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("SUNDIAL_") }
        variables.merge(environment) { _, new in new }
        process.environment = variables
        process.standardInput = FileHandle.nullDevice
        return process
    }

    /// Everything that comes out of a pipe, read to its end on a thread of its own.
    private static func text(_ pipe: Pipe) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                let data = pipe.fileHandleForReading.readDataToEndOfFile()
                continuation.resume(returning: String(decoding: data, as: UTF8.self))
            }
        }
    }

    /// The lines that come out of a pipe, read on a thread of its own.
    private static func lines(_ pipe: Pipe) -> AsyncStream<String> {
        let (lines, continuation) = AsyncStream.makeStream(of: String.self)
        DispatchQueue.global().async {
            var text = ""
            while true {
                let data = pipe.fileHandleForReading.availableData
                guard !data.isEmpty else { return continuation.finish() }
                text += String(decoding: data, as: UTF8.self)
                while let end = text.firstIndex(of: "\n") {
                    continuation.yield(String(text[..<end]))
                    text.removeSubrange(...end)
                }
            }
        }
        return lines
    }

    private static func exit(of process: Process) async -> Int32 {
        let box = ProcessBox(process)
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                box.process.waitUntilExit()
                continuation.resume(returning: box.process.terminationStatus)
            }
        }
    }
}

/// Carries a process to the thread that waits for it.
///
/// Unchecked: the process is used by the waiting thread alone from then on.
private struct ProcessBox: @unchecked Sendable {
    let process: Process

    init(_ process: Process) {
        self.process = process
    }
}
