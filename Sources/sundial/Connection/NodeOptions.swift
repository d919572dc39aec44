import ArgumentParser
import Foundation
import GatewayAPI
import GatewayClient

/// Which node a command talks to, and as whom.
struct NodeOptions: ParsableArguments {
    @Option(help: "Address of the node. (default: $SUNDIAL_URL, else http://127.0.0.1:8080)")
    var url: String?

    @Option(help: "File that holds the bearer token. (default: $SUNDIAL_TOKEN_FILE, else the text of $SUNDIAL_TOKEN)")
    var tokenFile: String?

    /// Calls `body` with a client of the node, and turns what goes wrong into a message and an exit code.
    func withClient(_ body: (GatewayClient) async throws -> Void) async throws {
        let environment = ProcessInfo.processInfo.environment
        let address = url ?? environment["SUNDIAL_URL"] ?? "http://127.0.0.1:8080"
        let token = try readToken(environment: environment)
        var configuration = ClientConfiguration()
        configuration.retries.attempts = 4
        configuration.whenPartial = { partitions in
            Report.error("This is not all: \(partitions) cannot be reached from \(address); what is there is missing.")
        }
        do {
            try await GatewayClient.withClient(
                address: address, token: token, configuration: configuration
            ) { client in try await body(client) }
        } catch let error as GatewayError {
            Report.error(error.text(address: address))
            throw error.exitCode
        }
    }

    private func readToken(environment: [String: String]) throws -> String {
        if let path = tokenFile ?? environment["SUNDIAL_TOKEN_FILE"] {
            do {
                return try String(contentsOfFile: path, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
            } catch {
                Report.error("The token file \(path) cannot be read: \(error.localizedDescription)")
                throw ExitCode.notPermitted
            }
        }
        guard let token = environment["SUNDIAL_TOKEN"] else {
            Report.error(
                """
                No token was given. Name a file with --token-file or SUNDIAL_TOKEN_FILE; the node's first \
                administrator token lies in its data folder as administrator-token.
                """)
            throw ExitCode.notPermitted
        }
        return token
    }
}

extension GatewayError {
    /// What a person at the terminal is told.
    fileprivate func text(address: String) -> String {
        if code == .unreachable {
            return "No node answers at \(address). Is it running, and is --url right? (\(message))"
        }
        let faults = (problem?.errors ?? []).map { fault in
            let place = [fault.line.map { "line \($0)" }, fault.column.map { "column \($0)" }, fault.field]
                .compactMap { $0 }.joined(separator: ", ")
            return "\n  " + (place.isEmpty ? "" : place + ": ") + fault.message
        }
        return (problem?.detail ?? message) + faults.joined()
    }

    fileprivate var exitCode: ExitCode {
        if code == .unreachable || code == .unavailable { return .unreachable }
        if code == .unknown || code == .cancelled { return .unknownOutcome }
        switch problem?.status {
        case 401, 403: return .notPermitted
        case 404: return .notFound
        default: return .failure
        }
    }
}

extension ExitCode {
    /// There is no such thing (sysexits EX_NOINPUT).
    static let notFound = ExitCode(66)
    /// No node could be reached (sysexits EX_UNAVAILABLE).
    static let unreachable = ExitCode(69)
    /// It may or may not have been carried out (sysexits EX_TEMPFAIL).
    static let unknownOutcome = ExitCode(75)
    /// The token is missing, unknown or not enough (sysexits EX_NOPERM).
    static let notPermitted = ExitCode(77)
}
