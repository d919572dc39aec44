import ContactCenter
import GatewayAPI

extension Agent {
    /// An agent as the API shows them.
    init(_ view: AgentView) {
        self.init(
            id: view.id.name, label: view.label, site: view.site.name,
            availability: Availability(view.availability), next: view.next.map { Availability($0) },
            work: WorkState(view.work), since: DateTime(view.since), isReachable: view.isReachable,
            skills: Dictionary(view.skills.map { ($0.key.name, $0.value) }) { first, _ in first },
            capacity: Dictionary(view.capacity.map { ($0.key.name, $0.value) }) { first, _ in first },
            contacts: view.contacts.map(\.description), offers: view.offers.map(\.description),
            unanswered: view.unanswered, interrupted: view.interrupted.map(\.description))
    }
}

extension Availability {
    init(_ state: AvailabilityState) {
        self =
            switch state {
            case .offline: .offline
            case .available: .available
            case .onBreak: .onBreak
            case .notReady(let reason): .notReady(reason.name)
            }
    }
}

extension Agent.WorkState {
    init(_ state: WorkState) {
        self =
            switch state {
            case .idle: .idle
            case .offered: .offered
            case .connected: .connected
            case .held: .held
            case .wrapUp: .wrapUp
            }
    }
}
