import Foundation
import GatewayAPI
import Testing

@Suite struct JSONTests {
    private func parse(_ text: String) throws -> JSONValue {
        try Array(text.utf8).withUnsafeBufferPointer { try JSONParser.parse($0) }
    }

    @Test(arguments: [
        "{}", "[]", "null", "true", "-0.5e-3", #""\u00e9\ud83d\ude00\n\"""#, #"{"a":[1,{"b":"c"}],"d":false}"#,
        "123456789012345",
    ])
    func whatFoundationReadsIsReadAlike(_ text: String) throws {
        let value = try parse(text)
        let again = try parse(String(decoding: value.jsonBytes(), as: UTF8.self))
        #expect(value == again)
        let one = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        let two = try JSONSerialization.jsonObject(with: Data(value.jsonBytes()), options: .fragmentsAllowed)
        #expect(try sorted(one) == sorted(two))
    }

    /// Foundation's own text of a value, its keys in order.
    private func sorted(_ value: Any) throws -> Data {
        try JSONSerialization.data(withJSONObject: [value], options: .sortedKeys)
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":1,}", "01", "1.", "1e", "+1", "nul", "\"\u{1}\"", "\"\\x\"", "\"\\ud800\"", "1 2",
        "{\"a\":1,\"a\":2}", "1e999", "'a'",
    ])
    func whatIsNoJSONIsRefused(_ text: String) {
        #expect(throws: JSONError.self) { try parse(text) }
    }

    @Test func invalidUTF8IsRefused() {
        #expect(throws: JSONError.self) {
            try [UInt8(ascii: "\""), 0xFF, UInt8(ascii: "\"")].withUnsafeBufferPointer { try JSONParser.parse($0) }
        }
    }

    @Test func aContactComesBackFromEitherWriter() throws {
        let contact = Contact(
            id: "c0-1", session: "s0-1", channel: .chat, customer: "a\"b", attributes: ["x": 1.5, "y": .list(["é"])],
            queue: "q", requirement: "a >= 1", ring: 1, priority: -3, state: .wrapUp,
            openedAt: DateTime(microseconds: 1), enqueuedAt: DateTime(microseconds: 2), endReason: .timedOut)
        let bytes = contact.jsonBytes()
        #expect(try JSONDecoder().decode(Contact.self, from: Data(bytes)) == contact)
        #expect(try bytes.withUnsafeBufferPointer { try Contact(json: $0) } == contact)
        let encoded = try Array(JSONEncoder().encode(contact))
        #expect(try encoded.withUnsafeBufferPointer { try Contact(json: $0) } == contact)
    }
}
