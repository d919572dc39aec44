/// What a message of NATS is about: words with dots between them, such as `sundial.main.node.fra-1`.
///
/// A subscription may leave words open: `*` stands for one word, `>` at the end for one or more.
public struct NATSSubject: Hashable, Sendable {
    /// The subject's text.
    public let text: String

    /// Makes a subject of words; one that NATS would take apart or refuse is a programmer's error.
    public init(_ text: String) {
        precondition(
            !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F },
            "\(text) is no subject: words with dots between them, without spaces")
        self.text = text
    }
}

extension NATSSubject: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension NATSSubject: CustomStringConvertible {
    public var description: String { text }
}
