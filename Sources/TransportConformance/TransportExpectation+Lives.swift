import Cluster

extension TransportExpectation {
    static let lives = [
        TransportExpectation("Refuses to send before it was started and after it was stopped") { fixture in
            try await fixture.withNode("b") { _, _ in
                let transport = try await fixture.makeTransport()
                try await expectError(.stopped, of: "sending before the start") {
                    try await transport.send([1], to: "b")
                }
                try await transport.start(as: "a") { _ in }
                try await transport.send([1], to: "b")
                await transport.stop()
                try ConformanceFailure.unless(!transport.sendAtOnce([1], to: "b"), "It sends at once when stopped.")
                try await expectError(.stopped, of: "sending after the end") {
                    try await transport.send([1], to: "b")
                }
                await transport.stop()
            }
        },
        TransportExpectation("Refuses a packet that is too long, and goes on") { fixture in
            try await fixture.withNode("a") { a, _ in
                try await fixture.withNode("b") { _, atB in
                    let long = [UInt8](repeating: 1, count: a.packetBound + 1)
                    try ConformanceFailure.unless(!a.sendAtOnce(long, to: "b"), "It sends too long a packet at once.")
                    try await expectError(.malformed, of: "a packet too long") { try await a.send(long, to: "b") }
                    try await a.send([2], to: "b")
                    try ConformanceFailure.unlessEqual(await atB.packets(1), [[2]], "Packets of b")
                }
            }
        },
        TransportExpectation("Takes no harm from a receiver that is not there") { fixture in
            try await fixture.withNode("a") { a, _ in
                do { try await a.send([1], to: "nobody") } catch let error as ClusterError {
                    try ConformanceFailure.unlessEqual(error.code, .unreachable, "Error of sending to nobody")
                }
                try await fixture.withNode("b") { _, atB in
                    try await a.send([2], to: "b")
                    try ConformanceFailure.unlessEqual(await atB.packets(1), [[2]], "Packets of b")
                }
            }
        },
        TransportExpectation("Hands nothing over any more once it was stopped; a successor receives") { fixture in
            try await fixture.withNode("a") { a, atA in
                let first = Inbox()
                try await fixture.withNode("b") { _, atB in
                    try await a.send([1], to: "b")
                    for packet in await atB.packets(1) { first.take(packet) }
                }
                do { try await a.send([2], to: "b") } catch let error as ClusterError {
                    try ConformanceFailure.unlessEqual(error.code, .unreachable, "Error of sending to one stopped")
                }
                try await fixture.withNode("b") { _, atB in
                    try await a.send([3], to: "b")
                    try ConformanceFailure.unlessEqual(await atB.packets(1), [[3]], "Packets of the successor")
                }
                try ConformanceFailure.unlessEqual(first.packets, [[1]], "Packets of the first")
                try ConformanceFailure.unlessEqual(atA.packets, [], "Packets of a")
            }
        },
    ]
}
