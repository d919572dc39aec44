import ContactCenter
import Foundation
import History
import Testing

@Suite struct HistoryFileTests {
    @Test func everyKindOfEntryIsReadAsItWasWritten() throws {
        let entries = Self.everyEntry()
        try Self.withFile { path in
            let header = HistoryHeader(scenario: "every \"kind\"", seed: 7, clockRate: 60)
            let writer = try HistoryWriter(path: path, header: header)
            for entry in entries { try writer.record(entry) }
            try writer.close()
            var reader = try HistoryReader(path: path)
            #expect(reader.header == header)
            for (place, entry) in entries.enumerated() {
                let next = try #require(try reader.next())
                #expect(next.entry == entry)
                #expect(next.line == place + 2)
            }
            #expect(try reader.next() == nil)
            #expect(!reader.isTorn)
        }
    }

    @Test func aLineThatWasCutOffIsLeftOutAndSaid() throws {
        try Self.withFile { path in
            let writer = try HistoryWriter(path: path, header: HistoryHeader(scenario: "torn", seed: 1))
            try writer.record(HistoryEntry(time: 1, event: .restarted))
            try writer.close()
            let file = try #require(FileHandle(forWritingAtPath: path))
            try file.seekToEnd()
            try file.write(contentsOf: Data(#"{"t":2,"k":"off"#.utf8))
            try file.close()
            var reader = try HistoryReader(path: path)
            #expect(try reader.next()?.entry.event == .restarted)
            #expect(try reader.next() == nil)
            #expect(reader.isTorn)
        }
    }

    @Test func aBadLineIsNamedByItsNumber() throws {
        try Self.withFile { path in
            let header = String(
                decoding: try JSONEncoder().encode(HistoryHeader(scenario: "bad", seed: 1)), as: UTF8.self)
            try (header + "\n" + #"{"t":1,"k":"offer"}"# + "\n").write(
                toFile: path, atomically: false, encoding: .utf8)
            var reader = try HistoryReader(path: path)
            let error = #expect(throws: HistoryError.self) { try reader.next() }
            #expect(error?.code == .malformed)
            #expect(error?.message.contains("line 2: the member offer should be an id like o0-1") == true)
        }
    }

    @Test(arguments: [
        "", "hello\n", #"{"format":"sundial-history","version":99,"scenario":"","seed":1,"clockRate":1}"# + "\n",
    ])
    func anotherFileIsRefused(_ text: String) throws {
        try Self.withFile { path in
            try text.write(toFile: path, atomically: false, encoding: .utf8)
            let error = #expect(throws: HistoryError.self) { _ = try HistoryReader(path: path) }
            #expect(error?.code == .unsupported)
        }
    }

    private static func withFile(_ body: (String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private static func everyEntry() -> [HistoryEntry] {
        var history = HistoryBuilder()
        let attributes = Attributes([
            "text": .text("a \"b\" \\ \n ü"), "number": .number(2.5), "truth": .truth(true), "list": .list(["x", ""]),
        ])
        history.open(1, "sales", channel: .chat, requirement: "sales >= 5", priority: -3, attributes: attributes)
        history.offer(1, 1, to: "ann")
        history.ended(1, .timedOut)
        history.done(.open(.init(channel: .sms, queue: "any")), .failed("queue-full"))
        history.done(.accept(HistoryBuilder.offer(1)), .unknown)
        history.done(.setAvailability("ann", .notReady("lunch"), later: true))
        history.done(.setCapacity("ann", [.voice: 2, .video: 0]))
        history.done(.transferToQueue(HistoryBuilder.contact(1), "sales", requirement: nil))
        history.done(.transferToQueue(HistoryBuilder.contact(1), "sales", requirement: "vip"))
        history.done(.transferToAgent(HistoryBuilder.contact(1), "bob"))
        let contact = HistoryBuilder.contact(1)
        let verbs: [Invocation.Verb] = [
            .abandon(contact), .hold(contact), .resume(contact), .complete(contact), .finishWrapUp(contact),
            .requeue(contact), .callback(contact), .end(contact), .completeTransfer(contact), .cancelTransfer(contact),
            .updateAttributes(contact), .reject(HistoryBuilder.offer(1)), .signIn("ann"), .signOut("ann"),
            .setAvailability("ann", .offline, later: false),
        ]
        for verb in verbs { history.done(verb) }
        history.see(1, .wrapUp, agent: "ann")
        history.see(1, .ended, endedAt: 9, reason: .timedOut)
        history.see("ann", .onBreak, contacts: [1, 2])
        history.add(.contactAbsent(ContactAbsence(contact: contact)))
        history.add(.stream(StreamSeen(agent: "ann", isOpen: false)))
        history.add(.restarted)
        history.add(.ended)
        return history.entries
    }
}
