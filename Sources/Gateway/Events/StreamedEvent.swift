/// The kinds of event that streams carry; the raw value is the event's `event` field.
enum StreamedEvent: String, CaseIterable, Hashable, Sendable {
    case reset, offered
    case offerEnded = "offer-ended"
    case contact, wait, incidents, agent, configured

    /// What an agent's stream carries.
    static let ofAgents: [StreamedEvent] = [.reset, .offered, .offerEnded, .contact, .agent]
    /// What a contact's stream carries.
    static let ofContacts: [StreamedEvent] = [.contact, .wait, .incidents]
    /// What a supervisors' stream carries.
    static let ofSupervisors: [StreamedEvent] = ofAgents + [.configured]

    /// Name of the schema of its data.
    var schema: String {
        switch self {
        case .reset: "StreamState"
        case .offered: "Offer"
        case .offerEnded: "EndedOffer"
        case .contact: "Contact"
        case .wait: "ContactWait"
        case .incidents: "ContactIncidents"
        case .agent: "Agent"
        case .configured: "ConfiguredEvent"
        }
    }

    /// What it says, as a part of a sentence.
    var summary: String {
        switch self {
        case .reset: "the whole state as it is now, to begin anew from"
        case .offered: "a contact is offered"
        case .offerEnded: "an offer is no longer open"
        case .contact: "a contact, whose state, agent, queue or attributes have changed"
        case .wait: "where the contact stands and how long it is expected to wait have changed"
        case .incidents: "what whoever made the contact is told of incidents has changed"
        case .agent: "an agent, who has changed"
        case .configured: "another configuration is in force"
        }
    }
}
