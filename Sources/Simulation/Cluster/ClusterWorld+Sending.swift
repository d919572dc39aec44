import Center
import Cluster
import ContactCenter
import History

extension ClusterWorld {
    /// Sends a command, to whichever node runs, until its result is known; nil when everything ended first.
    ///
    /// - Parameters:
    ///   - agent: On whose behalf; nil for an administrator's.
    ///   - first: The node that is asked first; nil for whichever.
    func send(
        _ body: Command.Body, onBehalfOf agent: AgentID? = nil, first: NodeID? = nil
    ) async -> CommandResult? {
        var first = first
        let pending = makeCommand(body)
        if let verb = Invocation.Verb(body) { record(.invoked(Invocation(number: pending.number, verb: verb))) }
        var mayHaveBeenDone = false
        while !Task.isCancelled {
            if let node = first ?? anyNode() {
                first = nil
                let answer = await cluster.ask(node, within: .seconds(4)) { node in
                    guard let agent else {
                        return try await node.directory.perform(pending.command, within: .seconds(3))
                    }
                    return try await node.directory.perform(pending.command, onBehalfOf: agent, within: .seconds(3))
                }
                if case .success(let result) = answer {
                    record(result, of: pending, mayHaveBeenDone: mayHaveBeenDone)
                    return result
                }
                mayHaveBeenDone = true
            }
            await pause(upTo: .milliseconds(500))
        }
        return nil
    }

    /// Asks whichever node runs until one answers; nil when everything ended first.
    func ask<Answer: Sendable>(
        _ body: @escaping @Sendable (CenterDirectory) async throws -> Answer
    ) async -> Answer? {
        while !Task.isCancelled {
            if let node = anyNode(),
                case .success(let answer) = await cluster.ask(node, { try await body($0.directory) })
            {
                return answer
            }
            await pause(upTo: .milliseconds(500))
        }
        return nil
    }

    private func record(_ result: CommandResult, of pending: PendingCommand, mayHaveBeenDone: Bool) {
        guard Invocation.Verb(pending.command.body) != nil else { return }
        var outcome = InvocationOutcome(number: pending.number, result: result)
        if case .refused(let refusal) = result, refusal.code == .expired, mayHaveBeenDone { outcome.result = .unknown }
        record(.outcome(outcome))
        if case .done(.opened(let contact, _)) = result {
            opened(contact)
            let home = cluster.plan.layout.home(of: pending.command.id)
            if cluster.plan.layout.home(of: contact) != home {
                report("contact \(contact) was opened away from \(home)")
            }
        }
    }
}
