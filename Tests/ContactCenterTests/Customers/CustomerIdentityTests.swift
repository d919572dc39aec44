import ContactCenter
import Testing

@Suite("An identity of a customer")
struct CustomerIdentityTests {
    @Test(
        "is the same however it is written",
        arguments: [
            ("+49 30 123-45", "+493012345"), ("tel:+49(30)12345", "+493012345"), ("0049 30/123.45", "+493012345"),
            ("030 12345", "03012345"), ("Lena.Huber@Example.ORG", "lena.huber@example.org"), ("web-7f3A", "web-7f3A"),
            ("1234", "1234"), ("+", "+"), ("", ""),
        ])
    func same(written: String, text: String) {
        #expect(CustomerIdentity(written).text == text)
        #expect(CustomerIdentity(text) == CustomerIdentity(written))
    }
}
