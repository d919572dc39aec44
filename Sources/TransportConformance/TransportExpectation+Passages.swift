import Cluster

extension TransportExpectation {
    static let passages = [
        TransportExpectation("Brings a packet to its receiver and to nobody else") { fixture in
            try await fixture.withNode("a") { a, atA in
                try await fixture.withNode("b") { b, atB in
                    try await fixture.withNode("c") { _, atC in
                        try await a.send([1, 2, 3], to: "c")
                        try await b.send([4], to: "c")
                        let packets = await atC.packets(2)
                        try ConformanceFailure.unlessEqual(Set(packets), [[1, 2, 3], [4]], "Packets of c")
                        try ConformanceFailure.unlessEqual(atA.packets + atB.packets, [], "Packets of a and b")
                    }
                }
            }
        },
        TransportExpectation("Keeps the order of each sender") { fixture in
            try await fixture.withNode("a") { a, _ in
                try await fixture.withNode("b") { b, _ in
                    try await fixture.withNode("c") { _, atC in
                        try await sendNumbered(1_000, from: [a, b], to: "c")
                        let packets = await atC.packets(2_000)
                        for sender: UInt8 in 0..<2 {
                            let numbers = packets.filter { $0[0] == sender }.map { Int($0[1]) + 256 * Int($0[2]) }
                            try ConformanceFailure.unlessEqual(numbers, Array(0..<1_000), "Packets of \(sender)")
                        }
                    }
                }
            }
        },
        TransportExpectation("Keeps the order of what is sent at once and what is not") { fixture in
            try await fixture.withNode("a") { a, _ in
                try await fixture.withNode("b") { _, atB in
                    for number in 0..<1_000 {
                        let packet = [UInt8(number & 0xFF), UInt8(number >> 8)] + bytes(number)
                        if number % 3 == 0 || !a.sendAtOnce(packet, to: "b") { try await a.send(packet, to: "b") }
                    }
                    let numbers = await atB.packets(1_000).map { Int($0[0]) + 256 * Int($0[1]) }
                    try ConformanceFailure.unlessEqual(numbers, Array(0..<1_000), "Packets of b")
                }
            }
        },
        TransportExpectation("Brings packets of any length, byte for byte") { fixture in
            try await fixture.withNode("a") { a, _ in
                try await fixture.withNode("b") { _, atB in
                    let lengths = [0, 1, 4_096, 65_536, 65_537, a.packetBound, 10]
                    for length in lengths { try await a.send(bytes(length), to: "b") }
                    let packets = await atB.packets(lengths.count)
                    try ConformanceFailure.unlessEqual(packets.map(\.count), lengths, "Lengths")
                    try ConformanceFailure.unless(packets == lengths.map(bytes), "Bytes have changed.")
                }
            }
        },
        TransportExpectation("Brings a node's packets to itself") { fixture in
            try await fixture.withNode("a") { a, atA in
                try await a.send([7], to: "a")
                try ConformanceFailure.unlessEqual(await atA.packets(1), [[7]], "Packets of a")
            }
        },
        TransportExpectation("Tells nodes apart whose names mean something elsewhere") { fixture in
            try await fixture.withNode("a b.*>") { _, atFirst in
                try await fixture.withNode("a.b") { _, atSecond in
                    try await fixture.withNode("ä") { third, atThird in
                        try await third.send([1], to: "a b.*>")
                        try await third.send([2], to: "a.b")
                        try await third.send([3], to: "ä")
                        try ConformanceFailure.unlessEqual(await atFirst.packets(1), [[1]], "Packets of a b.*>")
                        try ConformanceFailure.unlessEqual(await atSecond.packets(1), [[2]], "Packets of a.b")
                        try ConformanceFailure.unlessEqual(await atThird.packets(1), [[3]], "Packets of ä")
                    }
                }
            }
        },
    ]

    private static func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ count) }
    }

    /// Sends `count` numbered packets of each sender side by side.
    private static func sendNumbered(_ count: Int, from senders: [any Transport], to receiver: NodeID) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            for (index, sender) in senders.enumerated() {
                group.addTask {
                    for number in 0..<count {
                        let packet = [UInt8(index), UInt8(number & 0xFF), UInt8(number >> 8)]
                        try await sender.send(packet, to: receiver)
                    }
                }
            }
        }
    }
}
