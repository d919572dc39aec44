public import Wire

/// What a customer is known by on some channel: a phone number, an e-mail address, or a web id.
///
/// However it is written, the same identity is the same text: of a phone number the `+` and the digits are kept (`tel:`
/// left out, `00` at the beginning as `+`), of an address the small letters; anything else is a web id and stays as it is.
public struct CustomerIdentity: Hashable, Comparable, Sendable {
    /// The longest identity, in UTF-8 bytes.
    public static let bound = OpenContact.customerBound

    /// The identity as it is compared.
    public let text: String

    public init(_ written: String) {
        if let number = Self.phoneNumber(written) {
            text = number
        } else if written.utf8.contains(UInt8(ascii: "@")), !written.utf8.contains(UInt8(ascii: " ")) {
            text = written.lowercased()
        } else {
            text = written
        }
    }

    /// Whether it may be kept.
    var isValid: Bool { !text.isEmpty && text.utf8.count <= Self.bound }

    public static func < (left: CustomerIdentity, right: CustomerIdentity) -> Bool { left.text < right.text }

    /// The `+` and the digits of a phone number; nil for anything else.
    private static func phoneNumber(_ written: String) -> String? {
        let number = written.hasPrefix("tel:") ? written.dropFirst(4) : written[...]
        var digits = ""
        for byte in number.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.unicodeScalars.append(Unicode.Scalar(byte))
            case UInt8(ascii: "+") where digits.isEmpty: digits = "+"
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"),
                UInt8(ascii: "."):
                continue
            default: return nil
            }
        }
        guard digits.utf8.count >= shortestNumber else { return nil }
        return digits.hasPrefix("00") ? "+" + digits.dropFirst(2) : digits
    }

    /// What has fewer digits is no phone number.
    private static let shortestNumber = 5
}

extension CustomerIdentity: WireValue {
    public func write(to writer: inout WireWriter) { writer.write(text) }
    public init(from reader: inout WireReader) throws(WireError) {
        self.init(try reader.readString(bound: Self.bound))
    }
}
