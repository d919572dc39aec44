import Center
import ContactCenter
import Foundation
import GatewayAPI
import Hummingbird

/// One request whose bearer, key and body have been checked.
struct Call: Sendable {
    let request: Request
    /// The bearer; nil where no token is needed.
    let bearer: Bearer?
    let parameters: Parameters
    let query: [String: String]
    /// The body; null where there is none.
    let json: JSONValue
    /// The body where it is not JSON.
    let text: String
    /// The body where it is no text.
    let bytes: [UInt8]
    private let key: CommandID?

    init(
        request: Request, bearer: Bearer?, parameters: Parameters, query: [String: String], json: JSONValue,
        text: String, bytes: [UInt8], key: CommandID?
    ) {
        self.request = request
        self.bearer = bearer
        self.parameters = parameters
        self.query = query
        self.json = json
        self.text = text
        self.bytes = bytes
        self.key = key
    }

    /// Reads the body; a field that is missing, wrong or not known is the bearer's mistake.
    func read<Body: JSONReadable>(_ type: Body.Type = Body.self) throws(ProblemError) -> (Body, InputFaults) {
        var fields = JSONFields(json)
        let body = Body(reading: &fields)
        fields.rejectUnknown()
        guard let body else { throw InputFaults(fields.faults).error }
        return (body, InputFaults(fields.faults))
    }

    /// The id of the command that this call asks for.
    func commandID() throws(ProblemError) -> CommandID {
        guard let key else { throw ProblemError(.keyMissing, IdempotencyHeader.advice) }
        return key
    }

    func contactID() throws(ProblemError) -> ContactID { try numbered(.contact) }

    func offerID() throws(ProblemError) -> ReservationID { try numbered(.offer) }

    /// The agent in the path, whom a bearer bound to another agent may not name.
    func agentID() throws(ProblemError) -> AgentID {
        let agent = AgentID(text(.agent))
        guard agent.isValid else { throw missing(.agent) }
        if let own = bearer?.agent, own != agent {
            throw ProblemError(.forbidden, "The token is bound to agent \(own); it may not act for another.")
        }
        return agent
    }

    func queueID() throws(ProblemError) -> QueueID {
        let queue = QueueID(text(.queue))
        guard queue.isValid else { throw missing(.queue) }
        return queue
    }

    /// The text of a parameter of the path.
    func text(_ parameter: PathParameter) -> String {
        let raw = parameters[parameter.rawValue[...]] ?? ""
        guard raw.utf8.contains(UInt8(ascii: "%")) else { return String(raw) }
        return String(raw).removingPercentEncoding ?? String(raw)
    }

    /// That what the path names is not there.
    func missing(_ parameter: PathParameter) -> ProblemError { parameter.missing(text(parameter)) }

    private func numbered<ID: NumberedIdentifier>(_ parameter: PathParameter) throws(ProblemError) -> ID {
        guard let id = ID(text(parameter)) else { throw missing(parameter) }
        return id
    }
}
