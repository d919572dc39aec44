import Cluster
import ClusterNATS
import NATSServerProcess
import Testing

@Suite(.timeLimit(.minutes(1)))
struct NATSConnectionTests {
    @Test func `A server that is not there is named in the error, a password is not`() async throws {
        let options = NATSOptions(servers: ["nats://anna:secret@127.0.0.1:1"])
        let error = await #expect(throws: ClusterError.self) { _ = try await NATSConnection.open(options) }
        #expect(error?.code == .unreachable)
        #expect(error?.message.contains("nats://127.0.0.1:1") == true)
        #expect(error?.message.contains("secret") == false)
    }

    @Test func `A user that is not known is refused`() async throws {
        var settings = NATSServerSettings()
        settings.lines = ["authorization { user: anna, password: right }"]
        try await NATSServer.with(settings) { server in
            let place = server.url.dropFirst("nats://".count)
            let wrong = NATSOptions(servers: ["nats://anna:wrong@\(place)"])
            let error = await #expect(throws: ClusterError.self) { _ = try await NATSConnection.open(wrong) }
            #expect(error?.code == .unreachable)
            #expect(error?.message.contains("credentials") == true)
            _ = try await NATSConnection.open(NATSOptions(servers: ["nats://anna:right@\(place)"]))
        }
    }

    @Test func `Messages carry their subject, bytes and where to answer`() async throws {
        try await NATSServer.with { server in
            let connection = try await NATSConnection.open(NATSOptions(servers: [server.url]))
            let moments = Moments()
            let subscription = try await connection.subscribe(to: "a.*") { message in
                moments.post("\(message.subject) \(message.reply?.text ?? "-") \(message.bytes)")
            }
            try connection.publish([1, 2], to: "a.b", reply: "answers")
            try connection.publish([], to: "a.c")
            await moments.expect("a.b answers [1, 2]")
            await moments.expect("a.c - []")
            #expect(subscription.dropped == 0)
        }
    }

    @Test func `A request that nobody could answer is told from an answer`() async throws {
        try await NATSServer.with { server in
            let connection = try await NATSConnection.open(NATSOptions(servers: [server.url]))
            let moments = Moments()
            let subscription = try await connection.subscribe(to: "answers") { message in
                if message.isNoResponders { moments.post("nobody") }
            }
            try connection.publish([1], to: "questions", reply: "answers")
            await moments.expect("nobody")
            withExtendedLifetime(subscription) {}
        }
    }

    @Test func `Connections close while messages and notices are under way`() async throws {
        try await NATSServer.with { server in
            for _ in 0..<20 {
                let connection = try await NATSConnection.open(NATSOptions(servers: [server.url]))
                connection.observe { _ in }
                let subscription = try await connection.subscribe(to: "a") { message in _ = message.bytes }
                await withDiscardingTaskGroup { group in
                    for _ in 0..<4 {
                        group.addTask {
                            for _ in 0..<200 { try? await connection.send([1, 2, 3], to: "a") }
                        }
                    }
                    group.addTask { await connection.close() }
                }
                let error = await #expect(throws: ClusterError.self) { try await connection.send([1], to: "a") }
                #expect(error.map { [.stopped, .unreachable].contains($0.code) } == true)
                withExtendedLifetime(subscription) {}
            }
        }
    }

    @Test func `What waits for a frozen server is refused once it is given up`() async throws {
        try await NATSServer.with { server in
            let connection = try await NATSConnection.open(NATSOptions(servers: [server.url]))
            await server.freeze()
            var code: ClusterError.Code?
            while code == nil {
                do throws(ClusterError) {
                    try await connection.send(Array(repeating: 0, count: 10_000), to: "a")
                } catch {
                    code = error.code
                }
            }
            #expect(code == .unreachable)
            await server.thaw()
        }
    }
}
