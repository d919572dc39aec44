import Testing
import Wire

@testable import Cluster

@Suite struct FrameTests {
    private let id = CallID(incarnation: 77, number: 300)

    private func call() -> CallFrame {
        var trace = TraceContext()
        trace["id"] = "t-1"
        return CallFrame(
            id: id, actor: ActorID(kind: "desk", name: "a"), method: "add", remaining: .milliseconds(1_500),
            trace: trace, arguments: [1, 2, 3])
    }

    @Test func aCallIsReadAsItWasWritten() throws {
        let frame = try Frame(decoding: Frame.call(call()).encoded())
        guard case .call(let read) = frame else { throw Mismatch() }
        #expect(read.id == id)
        #expect(read.actor == call().actor)
        #expect(read.method == "add")
        #expect(read.remaining == .milliseconds(1_500))
        #expect(read.trace == call().trace)
        #expect(read.arguments == [1, 2, 3])
    }

    @Test func anErrorKeepsItsCodeAndABoundedMessage() throws {
        let long = String(repeating: "ä", count: 2_000)
        let frame = try Frame(decoding: Frame.reply(id, .error(ClusterError(.wrongNode, long))).encoded())
        guard case .reply(id, .error(let error)) = frame else { throw Mismatch() }
        #expect(error.code == .wrongNode)
        #expect(error.message == String(repeating: "ä", count: 512))
    }

    @Test func aFailureKeepsNameAndBytes() throws {
        let failure = EncodedFailure(name: "declined", bytes: [9])
        let frame = try Frame(decoding: Frame.reply(id, .failure(failure)).encoded())
        guard case .reply(id, .failure(let read)) = frame else { throw Mismatch() }
        #expect(read == failure)
    }

    @Test func everyCutOfACallIsRefusedAndNamesTheCallOnceItCanBeRead() {
        let bytes = Frame.call(call()).encoded()
        for length in 0..<bytes.count {
            let fault = #expect(throws: FrameFault.self) { try Frame(decoding: Array(bytes.prefix(length))) }
            #expect(fault?.unanswered == (length < 11 ? nil : id))
        }
    }

    @Test func anUnknownKindIsRefused() {
        let fault = #expect(throws: FrameFault.self) { try Frame(decoding: [99] + Array(repeating: 0, count: 20)) }
        #expect(fault?.unanswered == nil)
    }

    @Test func aPacketIsReadAsItWasWritten() throws {
        let packet = try Packet(wireBytes: Packet(sender: "n0", frames: [[1], [], [2, 3]]).wireBytes())
        #expect(packet.sender == "n0")
        #expect(packet.frames == [[1], [], [2, 3]])
    }

    @Test func aPacketOfAnotherVersionIsRefused() {
        #expect(throws: WireError.self) { try Packet(wireBytes: [2, 1, 65, 0]) }
    }

    private struct Mismatch: Error {}
}
