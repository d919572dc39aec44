import Center
import ContactCenter
import GatewayAPI
import Hummingbird

/// Offers: accepted and rejected.
struct OfferRoutes: Sendable {
    let center: CenterDirectory

    var operations: [Operation] {
        [
            answer("acceptOffer", "accept", "The agent takes the contact, and is connected.") { .accept($0) },
            answer("rejectOffer", "reject", "The agent does not take the contact.") { .reject($0) },
        ]
    }

    private func answer(
        _ id: String, _ verb: String, _ summary: String, _ body: @escaping @Sendable (ReservationID) -> Command.Body
    ) -> Operation {
        Operation(
            id: id, summary: summary, method: .post, path: "/v1/offers/{offer}/\(verb)",
            roles: [.administrator, .supervisor, .agent], isCommand: true, answer: .noContent
        ) { call in
            _ = try await center.carryOut(body(try call.offerID()), for: call)
            return .noContent
        }
    }
}
