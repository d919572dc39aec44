/// Names what a broadcast is about, such as `heartbeats`.
///
/// It becomes part of a subject of NATS, and so is one word: lower-case letters, digits and `-`.
public struct BroadcastTopic: Hashable, Sendable {
    /// The longest text in UTF-8 bytes.
    public static let textBound = 32

    /// The topic's text, the same on every node.
    public let text: String

    /// Makes a topic; a text that is no such word is a programmer's error.
    public init(_ text: String) {
        let isWord = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
        precondition(
            isWord && !text.isEmpty && text.utf8.count <= Self.textBound,
            "\(text) is no topic: take up to \(Self.textBound) lower-case letters, digits and -")
        self.text = text
    }
}

extension BroadcastTopic: Comparable {
    public static func < (left: BroadcastTopic, right: BroadcastTopic) -> Bool { left.text < right.text }
}

extension BroadcastTopic: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        self.init(value)
    }
}

extension BroadcastTopic: CustomStringConvertible {
    public var description: String { text }
}
