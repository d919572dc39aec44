import NIOCore
import Testing

@testable import LoadHarness

@Suite struct AcknowledgementSieveTests {
    private static let acknowledgement =
        "MSG _INBOX.abc.r.1f 3 41\r\n{\"stream\":\"sundial-sundial-home_0-1\",\"seq\":9}\r\n"

    private func view(_ text: String) -> ByteBufferView { ByteBuffer(string: text).readableBytesView }

    @Test func aFrameIsALineOrAMessageWithItsContent() {
        #expect(AcknowledgementSieve.length(of: view("PING\r\nPONG\r\n")) == 6)
        #expect(AcknowledgementSieve.length(of: view("MSG a 1 5\r\nhello\r\nPING\r\n")) == 18)
        #expect(AcknowledgementSieve.length(of: view("HMSG a 1 b 12 17\r\nNATS/1.0\r\n\r\nhello\r\n")) == 37)
    }

    @Test func aFrameThatIsNotAllThereHasNoLengthYet() {
        #expect(AcknowledgementSieve.length(of: view("PIN")) == nil)
        #expect(AcknowledgementSieve.length(of: view("MSG a 1 5\r\nhel")) == nil)
        #expect(AcknowledgementSieve.length(of: view("")) == nil)
    }

    @Test func anAnswerToAnAppendIsToldFromOthers() {
        #expect(AcknowledgementSieve.isAcknowledgement(view(Self.acknowledgement)))
        #expect(!AcknowledgementSieve.isAcknowledgement(view("MSG _INBOX.abc.r.1f 3 9\r\n{\"type\":1}\r\n")))
        #expect(!AcknowledgementSieve.isAcknowledgement(view("MSG sundial.a.node.b 3 12\r\n{\"stream\":\"\"}\r\n")))
    }
}
