import ContactCenter
import GatewayAPI

extension Offer {
    /// An offer as the API shows it.
    init(_ view: OfferView) {
        self.init(
            id: view.id.description, contact: view.contact.description, agent: view.agent.name, queue: view.queue.name,
            channel: ContactChannel(view.channel), customer: view.customer, attributes: view.attributes.shown,
            ring: view.ring, priority: view.priority, enqueuedAt: DateTime(view.enqueuedAt),
            offeredAt: DateTime(view.offeredAt), deadline: DateTime(view.deadline))
        isCallback = view.isCallback
    }
}

extension EndedOffer.Outcome {
    init(_ outcome: OfferOutcome) {
        self =
            switch outcome {
            case .accepted: .accepted
            case .rejected: .rejected
            case .timedOut: .timedOut
            case .rescinded: .rescinded
            }
    }
}
