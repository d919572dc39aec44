/// The whole state that a stream of notices begins with.
public enum NoticeState: Hashable, Sendable {
    /// Everything an agent's desktop shows; nil when there is no such agent.
    case agent(AgentState?)
    /// Every queue, and the agents of the configuration.
    case supervisor(SupervisorState)
}
