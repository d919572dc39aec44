import GatewayAPI

/// A parameter that stands in a path.
enum PathParameter: String, Sendable {
    case contact, agent, offer, queue, version, token, partition, node, calendar, site, customer, incident

    /// What it may look like.
    var schema: JSONValue {
        switch self {
        case .contact: Schema.contactID
        case .offer: Schema.offerID
        case .agent, .queue, .node, .calendar, .site, .customer, .incident: Schema.name
        case .version: Schema.integer(1...1_000_000_000)
        case .token: Schema.tokenID
        case .partition: Schema.partitionID
        }
    }

    /// That there is nothing of a name.
    func missing(_ name: some StringProtocol) -> ProblemError {
        ProblemError(.notFound, "There is no \(rawValue) \(name.prefix(80)). Look its id up in the list.")
    }
}
