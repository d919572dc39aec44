import ContactCenter
import GatewayAPI

extension OpenedContact {
    /// What is answered to a contact that came in.
    ///
    /// - Throws: ``UnexpectedAnswer`` when it is the answer to something else.
    init(_ answer: CommandAnswer) throws {
        switch answer {
        case .opened(let contact, let session):
            self.init(contact: contact.description, session: session.description)
        case .diverted(let view, let messages):
            self.init(
                contact: view.id.description, session: view.session.description,
                incidents: messages.isEmpty ? nil : messages.map { IncidentNotice($0) })
            let contact = Contact(view)
            (callback, message, sentAway) = (contact.callback, contact.message, contact.sentAway)
        case .openedDuring(let contact, let session, let messages):
            self.init(
                contact: contact.description, session: session.description,
                incidents: messages.map { IncidentNotice($0) })
        default: throw UnexpectedAnswer(answer: answer)
        }
    }
}
