import ArgumentParser
import Foundation
import GatewayClient

/// Which node a command talks to, and as whom.
struct NodeOptions: ParsableArguments {
    @Option(help: "Address of the node. (default: $SUNDIAL_URL, else http://127.0.0.1:8080)")
    var url: String?

    @Option(help: "File that holds the bearer token. (default: $SUNDIAL_TOKEN_FILE, else the text of $SUNDIAL_TOKEN)")
    var tokenFile: String?

    func validate() throws { _ = try address() }

    /// Calls `body` with a client of the node, and turns what goes wrong into a message and an exit code.
    func withClient(_ body: (GatewayClient) async throws -> Void) async throws {
        let address = try address()
        let token = try readToken()
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

    private func address() throws -> String {
        let address = url ?? Self.variable("SUNDIAL_URL") ?? "http://127.0.0.1:8080"
        let parts = URL(string: address)
        guard ["http", "https"].contains(parts?.scheme?.lowercased()), parts?.host()?.isEmpty == false else {
            throw ValidationError(
                "`\(address)` is no address of a node. Give --url or SUNDIAL_URL one such as http://127.0.0.1:8080.")
        }
        return address
    }

    private func readToken() throws -> String {
        guard let path = tokenFile ?? Self.variable("SUNDIAL_TOKEN_FILE") else { return try tokenOfEnvironment() }
        do {
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
            if !token.isEmpty { return token }
            Report.error("The token file \(path) is empty. Name another with --token-file or SUNDIAL_TOKEN_FILE.")
        } catch {
            Report.error("The token file \(path) cannot be read: \(error.localizedDescription)")
        }
        throw ExitCode.notPermitted
    }

    private func tokenOfEnvironment() throws -> String {
        guard let token = Self.variable("SUNDIAL_TOKEN") else {
            Report.error(
                """
                No token was given. Name a file with --token-file or SUNDIAL_TOKEN_FILE; the node's first \
                administrator token lies in its data folder as administrator-token.
                """)
            throw ExitCode.notPermitted
        }
        return token
    }

    /// The value of a variable of the environment; nil where it is empty.
    private static func variable(_ name: String) -> String? {
        let value = ProcessInfo.processInfo.environment[name]
        return value?.isEmpty == false ? value : nil
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
