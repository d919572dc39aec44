import FoundationEssentials
import GatewayAPI

/// One server-sent event, its data not yet read.
struct ParsedEvent: Sendable {
    let name: String
    let id: String?
    let data: [UInt8]

    /// The event with its data read; nil when its name is not known, as a newer gateway may send.
    func typed(id: String?) throws(GatewayError) -> StreamEvent? {
        do {
            let body: StreamEvent.Body
            switch name {
            case "reset": body = .reset(try JSONDecoder().decode(StreamState.self, from: Data(data)))
            case "offered": body = .offered(try data.withUnsafeBufferPointer { try Offer(json: $0) })
            case "offer-ended": body = .offerEnded(try data.withUnsafeBufferPointer { try EndedOffer(json: $0) })
            case "contact": body = .contact(try data.withUnsafeBufferPointer { try Contact(json: $0) })
            case "wait": body = .wait(try JSONDecoder().decode(ContactWait.self, from: Data(data)))
            case "incidents":
                body = .incidents(try JSONDecoder().decode(ContactIncidents.self, from: Data(data)))
            case "agent": body = .agent(try data.withUnsafeBufferPointer { try Agent(json: $0) })
            case "configured": body = .configured(try JSONDecoder().decode(ConfiguredEvent.self, from: Data(data)))
            default: return nil
            }
            return StreamEvent(id: id, body: body)
        } catch {
            throw GatewayError(
                .invalidAnswer,
                "An event named \(name) could not be read: client and gateway may be of different versions.",
                cause: error)
        }
    }
}
