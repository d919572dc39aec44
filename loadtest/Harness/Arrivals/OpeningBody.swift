import ContactCenter
import GatewayAPI

/// The body of a request that opens a contact.
enum OpeningBody {
    static func bytes(_ opening: OpeningTemplate, at site: String?) -> [UInt8] {
        var values: [String: ContactAttribute] = [:]
        for entry in opening.attributes.entries {
            values[entry.name] =
                switch entry.value {
                case .text(let text): .text(text)
                case .number(let number): .number(number)
                case .truth(let truth): .truth(truth)
                case .list(let texts): .list(texts)
                }
        }
        return OpenContactRequest(
            channel: ContactChannel(rawValue: opening.channel.name) ?? .voice, queue: opening.queue.name,
            attributes: values.isEmpty ? nil : values, requirement: opening.requirement, priority: opening.priority,
            site: site
        ).jsonBytes()
    }
}
