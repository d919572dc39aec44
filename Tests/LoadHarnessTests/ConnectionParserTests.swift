import NIOCore
import Testing

@testable import LoadHarness

@Suite struct ConnectionParserTests {
    @Test(arguments: [1, 2, 3, 7, 1_000])
    func responsesAreReadHoweverTheyAreCut(_ size: Int) {
        let text =
            "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\nhello"
            + "HTTP/1.1 503 Busy\r\nretry-after: 2\r\ncontent-length: 0\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
        var parser = HTTPResponseParser()
        var seen: [String] = []
        for part in Array(text.utf8).chunked(size) {
            parser.append(ByteBuffer(bytes: part))
            while let next = parser.next() {
                switch next {
                case .head(let status, let retryAfter): seen.append("\(status) \(retryAfter ?? 0) ")
                case .body(let bytes): seen[seen.count - 1] += String(buffer: bytes)
                case .end: seen[seen.count - 1] += "."
                }
            }
        }
        #expect(seen == ["201 0 hello.", "503 2 .", "200 0 abcde."])
        #expect(!parser.hasFailed)
    }

    @Test func whatIsNoResponseIsRefused() {
        var parser = HTTPResponseParser()
        parser.append(ByteBuffer(string: "SSH-2.0-OpenSSH\r\n\r\n"))
        if parser.next() != nil { Issue.record("a part was read") }
        #expect(parser.hasFailed)
    }

    @Test(arguments: [1, 4, 1_000])
    func eventsAreReadHoweverTheyAreCut(_ size: Int) {
        let text = ":\n\nid: 1-2\nevent: offered\ndata: {}\n\ndata:a\r\ndata:b\r\n\r\nevent: none\n\n"
        var parser = ServerEventParser()
        var seen: [String] = []
        for part in Array(text.utf8).chunked(size) {
            parser.append(ByteBuffer(bytes: part))
            while let event = parser.next() {
                seen.append("\(event.id ?? "-") \(event.name) \(String(decoding: event.data, as: UTF8.self))")
            }
        }
        #expect(seen == ["1-2 offered {}", "-  ab"])
    }

    @Test func aNodesPortIsReadFromItsWholeLine() {
        #expect(NodeProcess.port(in: "recovered\nlistening on http://127.0.0.1:4") == nil)
        #expect(NodeProcess.port(in: "recovered\nlistening on http://127.0.0.1:4321\n") == 4321)
    }
}

extension Array {
    fileprivate func chunked(_ size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
