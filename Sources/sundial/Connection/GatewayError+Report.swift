import ArgumentParser
import GatewayAPI
import GatewayClient

extension GatewayError {
    /// What a person at the terminal is told.
    func text(address: String) -> String {
        if code == .unreachable {
            return "No node answers at \(address). Is it running, and is --url right? (\(message))"
        }
        if code == .unknown { return doubt(address: address) }
        if problem?.status == 401 {
            return """
                The node at \(address) does not take the token: it is not known there, was revoked or has expired. \
                Name the file of another with --token-file or SUNDIAL_TOKEN_FILE, or set SUNDIAL_TOKEN; an \
                administrator makes one with `sundial token create`.
                """
        }
        let detail = problem?.detail ?? message
        let faults = (problem?.errors ?? []).filter { $0.message != detail }
        return ([detail] + faults.map(Self.line)).joined(separator: "\n  ")
    }

    /// What the command exits with.
    var exitCode: ExitCode {
        if code == .unreachable || code == .unavailable { return .unreachable }
        if code == .unknown || code == .cancelled { return .unknownOutcome }
        switch problem?.status {
        case 401, 403: return .notPermitted
        case 404: return .notFound
        default: return .failure
        }
    }

    /// What is said of a command that may have been carried out, and of a question that was not answered.
    private func doubt(address: String) -> String {
        let reason = problem.map { Self.reason($0.detail) } ?? "No answer came from \(address) (\(message))."
        let advice =
            key == nil
            ? "Ask again in a moment." : "It may or may not have been done: see how things stand before you repeat it."
        return "\(reason) \(advice) `sundial doctor` says what is the matter."
    }

    /// What a node says, without the sentences that tell programs how to repeat a command.
    private static func reason(_ detail: String) -> String {
        let sentences = detail.split(separator: ". ").filter { !$0.contains("with the same ") }
        let text = sentences.joined(separator: ". ")
        return text.hasSuffix(".") ? text : text + "."
    }

    /// One mistake, behind the place that is known of it, unless it names its field itself.
    private static func line(_ fault: Problem.Fault) -> String {
        let field = fault.field.flatMap { fault.message.hasPrefix("\($0) ") ? nil : $0 }
        let place = [fault.line.map { "line \($0)" }, fault.column.map { "column \($0)" }, field]
            .compactMap(\.self).joined(separator: ", ")
        return (place.isEmpty ? "" : place + ": ") + fault.message
    }
}
