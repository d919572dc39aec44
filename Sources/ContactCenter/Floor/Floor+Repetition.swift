/// What an owner of a floor needs to know beside what can be seen from outside.
extension Floor {
    /// Whether a command of this id was answered within the window. Complexity: O(log results).
    public func hasAnswered(_ command: CommandID) -> Bool {
        results.result(of: command) != nil
    }

    /// What a repetition of a command would be answered now; nil when it is not known. Complexity: O(log results).
    public func result(of command: CommandID) -> CommandResult? {
        results.result(of: command)?.result
    }

    /// Agents whose event stream is attached, with its incarnation, in the order of the configuration.
    public func attachedStreams() -> [(agent: AgentID, incarnation: UInt64)] {
        agentRecords.filter { $0.isAttached && !$0.isRetired }.map { ($0.id, $0.incarnation) }
    }
}
