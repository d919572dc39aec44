import Center
import ContactCenter

extension CenterDirectory {
    /// Carries out what a call asks for, on behalf of the agent that its bearer is bound to, if it is.
    ///
    /// - Throws: ``ContactCenter/Refusal``, ``Center/CenterError``, or ``ProblemError`` without a key.
    func carryOut(_ body: Command.Body, at site: SiteID? = nil, for call: Call) async throws -> CommandAnswer {
        let command = Command(id: try call.commandID(), body: body)
        let result: CommandResult
        if let agent = call.bearer?.agent {
            result = try await perform(command, onBehalfOf: agent)
        } else {
            result = try await perform(command, at: site)
        }
        switch result {
        case .done(let answer): return answer
        case .refused(let refusal): throw refusal
        }
    }
}

/// The center answered a command with what belongs to another.
struct UnexpectedAnswer: Error {
    let answer: CommandAnswer
}
