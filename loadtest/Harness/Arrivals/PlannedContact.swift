import ContactCenter
import Synchronization

/// One contact as it is to be: decided by the seed or the trace before anything is sent.
struct PlannedContact: Sendable {
    /// When it comes in, in microseconds since the arrivals began.
    var at: Int64
    var opening: OpeningTemplate
    /// Time with the agent, in microseconds.
    var handling: Int64
    /// In microseconds.
    var wrapUp: Int64
    /// How long the customer is ready to wait, in microseconds; nil for ever.
    var patience: Int64?
    /// Place of what it is counted under, such as a call's type; 0 where there is only one.
    var group = 0
}

/// What is said when a contact is opened: shared by all of a kind.
final class OpeningTemplate: Sendable {
    let channel: Channel
    let queue: QueueID
    let attributes: Attributes
    let requirement: String?
    let priority: Int?
    /// The request's body, by the site that it names.
    private let bodies = Mutex<[String?: [UInt8]]>([:])

    init(channel: Channel, queue: QueueID, attributes: Attributes, requirement: String?, priority: Int?) {
        self.channel = channel
        self.queue = queue
        self.attributes = attributes
        self.requirement = requirement
        self.priority = priority
    }

    /// The request's body.
    ///
    /// - Parameter site: Where the contact comes in; nil where it is not said.
    func body(at site: String?) -> [UInt8] {
        bodies.withLock { bodies in
            if let known = bodies[site] { return known }
            let body = OpeningBody.bytes(self, at: site)
            bodies[site] = body
            return body
        }
    }
}
