import ContactCenter
import GatewayAPI

/// The body of a request that opens a contact.
enum OpeningBody {
    static func bytes(
        _ channel: Channel, _ queue: QueueID, _ attributes: Attributes, _ requirement: String?, _ priority: Int?
    ) -> [UInt8] {
        var values: [String: ContactAttribute] = [:]
        for entry in attributes.entries {
            values[entry.name] =
                switch entry.value {
                case .text(let text): .text(text)
                case .number(let number): .number(number)
                case .truth(let truth): .truth(truth)
                case .list(let texts): .list(texts)
                }
        }
        return OpenContactRequest(
            channel: ContactChannel(rawValue: channel.name) ?? .voice, queue: queue.name,
            attributes: values.isEmpty ? nil : values, requirement: requirement, priority: priority
        ).jsonBytes()
    }
}
