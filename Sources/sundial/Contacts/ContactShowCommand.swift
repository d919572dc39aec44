import ArgumentParser
import ContactCenter
import GatewayAPI
import GatewayClient

/// `sundial contact show`
struct ContactShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows one contact.")

    @Argument(help: "The contact's id, such as c0-17.")
    var contact: ContactID

    @OptionGroup var node: NodeOptions
    @OptionGroup var read: ReadOptions

    func run() async throws {
        try await node.withClient { client in
            let contact = try await client.contact(contact.description)
            if read.json { return try Report.json(contact) }
            print("Contact       \(contact.id), session \(contact.session), \(contact.channel.rawValue)")
            print("State         \(contact.state.rawValue)\(contact.endReason.map { ", \(Phrase.ending($0))" } ?? "")")
            print("Queue         \(contact.queue), priority \(contact.priority), ring \(contact.ring)")
            print("Requirement   \(Phrase.text(contact.requirement, "none"))")
            print("Customer      \(Phrase.text(contact.customer))")
            print("Agent         \(Phrase.text(contact.agent))\(contact.offer.map { ", offer \($0)" } ?? "")")
            if let consultation = contact.consultation { print("Consultation  \(consultation)") }
            if let about = contact.consultationOf { print("Consults on   \(about)") }
            print("Opened        \(contact.openedAt)")
            print("Enqueued      \(contact.enqueuedAt)")
            print("Answered      \(contact.answeredAt.map(\.description) ?? "not yet")")
            if let endedAt = contact.endedAt { print("Ended         \(endedAt)") }
            if let disposition = contact.disposition { print("Disposition   \(disposition)") }
            if let callback = contact.callback { print("Callback      \(Self.text(callback))") }
            if let message = contact.message {
                print("Message       left \(message.leftAt), reply by \(message.expectedReply?.description ?? "–")")
            }
            if let reason = contact.sentAway { print("Was told      \(reason)") }
            for (name, value) in contact.attributes.sorted(by: { $0.key < $1.key }) {
                print("Attribute     \(name) = \(Phrase.text(value))")
            }
        }
    }

    private static func text(_ callback: ContactCallback) -> String {
        let last = callback.lastOutcome.map { ", the last: \($0.rawValue)" } ?? ""
        let due = callback.due.map { ", due \($0)" } ?? ""
        let zone = callback.timeZone.map { ", in \($0)" } ?? ""
        return "\(callback.number)\(zone), \(callback.attempts) calls\(last)\(due)"
    }
}
