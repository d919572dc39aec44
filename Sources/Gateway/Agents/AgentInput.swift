import ContactCenter
import GatewayAPI

extension SetAvailability {
    /// Reads what the agent is to be from a body.
    ///
    /// - Throws: ``ProblemError`` with everything that is wrong.
    init(_ agent: AgentID, _ body: AvailabilityRequest, _ found: InputFaults) throws(ProblemError) {
        var faults = found
        let state: AvailabilityState =
            switch body.state {
            case .offline: .offline
            case .available: .available
            case .onBreak: .onBreak
            case .notReady: .notReady(faults.name(body.reason ?? "", "reason"))
            }
        try faults.check()
        self.init(agent: agent, state: state, when: body.when == .afterContact ? .afterContact : .now)
    }
}

extension SetCapacity {
    /// Reads the agent's limits from a body.
    ///
    /// - Throws: ``ProblemError`` with everything that is wrong.
    init(_ agent: AgentID, _ body: CapacityRequest, _ found: InputFaults) throws(ProblemError) {
        var faults = found
        var maximum: [Channel: Int] = [:]
        for (name, count) in body.maximum.sorted(by: { $0.key < $1.key }) {
            guard let channel = ContactChannel(rawValue: name) else {
                faults.fault("maximum", "There is no channel \(name.prefix(32)).")
                continue
            }
            if !(0...100).contains(count) { faults.fault("maximum.\(name)", "It must be between 0 and 100.") }
            maximum[channel.domain] = count
        }
        try faults.check()
        self.init(agent: agent, maximum: maximum)
    }
}
