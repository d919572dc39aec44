import ContactCenter
import GatewayAPI
import HTTPTypes

/// The header that names a wish, so that repeating it has no second effect.
enum IdempotencyHeader {
    // The literal is a valid field name, so the fallback is never taken.
    static let name = HTTPField.Name("Idempotency-Key") ?? .ifMatch

    static let advice =
        "Send the header Idempotency-Key with a UUID of version 7 (RFC 9562), made from the present time when the "
        + "request is first sent, and the same one when it is repeated."

    /// Reads a UUID of version 7 in its usual text form; nil when it is none. Called for every command.
    private static func parse(_ text: String) -> CommandID? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count == 36 else { return nil }
            var words: (UInt64, UInt64) = (0, 0)
            var digits = 0
            for (index, byte) in bytes.enumerated() {
                if index == 8 || index == 13 || index == 18 || index == 23 {
                    guard byte == UInt8(ascii: "-") else { return nil }
                    continue
                }
                let digit: UInt8
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
                case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
                case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
                default: return nil
                }
                if digits < 16 {
                    words.0 = words.0 << 4 | UInt64(digit)
                } else {
                    words.1 = words.1 << 4 | UInt64(digit)
                }
                digits += 1
            }
            guard words.0 >> 12 & 0xF == 7, words.1 >> 62 == 0b10 else { return nil }
            return CommandID(high: words.0, low: words.1)
        }
    }

    /// Reads the header.
    static func read(_ headers: HTTPFields) throws(ProblemError) -> CommandID {
        guard let text = headers[name] else { throw ProblemError(.keyMissing, advice) }
        guard let id = parse(text) else {
            throw ProblemError(.keyMalformed, "\(text.prefix(64)) is not a UUID of version 7. \(advice)")
        }
        return id
    }
}
