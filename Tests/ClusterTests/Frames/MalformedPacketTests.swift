import Synchronization
import Testing
import Wire

@testable import Cluster

@Suite(.timeLimit(.minutes(1)))
struct MalformedPacketTests {
    @Test func aCallThatCannotBeReadIsAnswered() async throws {
        let events = Events()
        try await TestCluster.runWithDesks { cluster in
            let peer = cluster.network.makeTransport()
            try await peer.start(as: "n8") { bytes in
                guard let frame = (try? Packet(wireBytes: bytes))?.frames.first else { return }
                if case .reply(_, .error(let error)) = try? Frame(decoding: frame) { events.post("\(error.code)") }
            }
            var writer = WireWriter()
            writer.write(byte: 1)
            writer.write(CallID(incarnation: 5, number: 6))
            try await peer.send(Packet(sender: "n8", frames: [writer.bytes]).wireBytes(), to: "n1")
            await events.expect("malformed")
            #expect(cluster[1].figures.malformed == 1)
        }
    }

    @Test func argumentsOfTheWrongShapeAreRefused() async throws {
        try await TestCluster.runWithDesks { cluster in
            let target = CallTarget(actor: ActorID(kind: Desk.kind, name: "a"), method: "add")
            #expect(await errorCode { _ = try await cluster[0].call(target, arguments: [1]) } == .malformed)
            #expect(await errorCode { _ = try await cluster[0].call(target, arguments: [1, 1, 1]) } == .malformed)
            #expect(await errorCode { _ = try await cluster[0].call(target, arguments: [1, 1]) } == nil)
        }
    }

    @Test func noBytesTrapANode() async throws {
        try await TestCluster.runWithDesks { cluster in
            let seen = Mutex<[[UInt8]]>([])
            cluster.network.intercept { passage in
                seen.withLock { $0.append(passage.bytes) }
                passage.deliver()
            }
            let desk = try cluster[0].actor(Desk.self, named: "a")
            try? await desk.decline("no")
            #expect(try await desk.add(1, 2) == 3)
            cluster.network.intercept { _ in }
            var random = SeededGenerator(seed: 20_261_122)
            let packets = seen.withLock { $0 }
            for round in 0..<20_000 {
                let packet = packets.randomElement(using: &random) ?? []
                cluster[round % 2].receive(mangled(packet, using: &random))
            }
            cluster.network.intercept(nil)
            #expect(cluster[0].figures.malformed > 0)
            #expect(try await cluster[0].actor(Desk.self, named: "after").add(1, 2) == 3)
        }
    }

    private func mangled(_ packet: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = packet
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            bytes = (0..<Int.random(in: 0..<200, using: &random)).map { _ in .random(in: 0...255, using: &random) }
        case 1:
            bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
        default:
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
        }
        return bytes
    }
}
