import Center
import ContactCenter
import GatewayAPI
import Hummingbird

extension CenterDirectory {
    /// Carries out a command that puts another version of the configuration into force, and answers with its number.
    func reconfigure(_ body: Command.Body, for call: Call) async throws -> Response {
        try .encoded(AppliedConfiguration(try await carryOut(body, for: call)))
    }
}
