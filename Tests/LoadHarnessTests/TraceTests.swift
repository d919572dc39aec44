import ContactCenter
import Foundation
import History
import Testing

@testable import LoadHarness

@Suite struct TraceTests {
    private static let head =
        "date,vru_entry,vru_exit,type,priority,customer,queue_seconds,outcome,service_seconds,agent\n"

    @Test func whatIsNoCallForAnAgentIsLeftOutWithItsReason() throws {
        let reader = try TraceReader(
            Self.head + """
                1999-08-01,9:00:00,9:00:10,PS,0,,30,AGENT,100,a1
                1999-08-01,9:00:00,9:00:12,PS,0,,0,HANG,0,
                1999-08-01,9:00:00,9:00:12,PS,0,,5,PHANTOM,0,
                1999-08-01,9:00:00,9:00:12,PS,0,,-5,AGENT,50,a1
                1999-08-01,9:00:00,9:00:12,PS,0,,5,AGENT,99999,a1
                1999-08-01,9:00:00,hello,PS,0,,5,AGENT,50,a1
                1999-08-01,9:00
                1999-08-02,9:00:00,9:00:12,PS,0,,5,AGENT,50,a1
                """, day: "1999-08-01")
        #expect(reader.calls.count == 1)
        #expect(reader.days == ["1999-08-01", "1999-08-02"])
        let counts = Dictionary(uniqueKeysWithValues: reader.leftOut.map { ($0.reason, $0.count) })
        #expect(
            counts == [
                "left the menu without wanting an agent": 1, "not a real call": 1, "negative duration": 1,
                "absurd duration": 1, "unreadable": 2,
            ])
    }

    @Test func aMenuLeftAfterMidnightIsOfTheSameDay() throws {
        let reader = try TraceReader(
            Self.head + "1999-08-01,23:59:50,0:00:05,PS,0,,30,AGENT,100,a1\n", day: "1999-08-01")
        #expect(reader.calls.first?.enqueuedAt == 86_405)
    }

    @Test func aDayMakesACenterWithItsAgentsAndShifts() throws {
        let plan = try TracePlan(
            text: Self.head + """
                1999-08-01,9:00:00,9:00:10,PS,2,,30,AGENT,100,a1
                1999-08-01,9:10:00,9:10:00,IN,0,,10,AGENT,60,a2
                1999-08-01,9:20:00,9:20:00,PS,0,,45,HANG,0,
                1999-08-01,9:30:00,9:30:00,IN,0,,0,AGENT,60,a1
                """, day: "1999-08-01")
        #expect(plan.agents == ["a1", "a2"])
        #expect(plan.shifts.first == 90_000_000...1_910_000_000)
        #expect(plan.calls.map(\.at) == [60, 650, 1_250, 1_850].map { $0 * 1_000_000 })
        #expect(plan.calls.first?.opening.priority == 1)
        #expect(plan.calls[2].patience == 45_000_000)
        let configuration = try #require(CenterConfiguration.read(plan.source))
        #expect(configuration.queues.map(\.id) == ["IN", "PS"])
        #expect(configuration.agents.first?.skills == ["service.IN": 5, "service.PS": 5])
    }

    @Test func aDayWithoutCallsSaysWhichDaysThereAre() {
        let error = #expect(throws: HarnessError.self) {
            try TracePlan(text: Self.head + "1999-08-01,9:00:00,9:00:10,PS,0,,3,AGENT,1,a1\n", day: "1999-09-09")
        }
        #expect(error?.message.contains("1999-08-01") == true)
    }

    /// The real data is not kept with the program: where it is not beside the checkout this is left out.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: Self.realData)))
    func aRealDayIsReadWhole() throws {
        let plan = try TracePlan(file: Self.realData, day: "1999-08-02")
        #expect(plan.calls.count > 1_500)
        #expect(plan.agents.count == 19)
        #expect(CenterConfiguration.read(plan.source) != nil)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: Self.realData)))
    func aRealDayInVirtualTimeBreaksNoPromise() throws {
        let plan = try TracePlan(file: Self.realData, day: "1999-08-07")
        let outcome = try TraceSimulation(plan, seed: 3).run()
        #expect(outcome.problems == [])
        #expect(outcome.report.violations == [])
        #expect(outcome.answered + outcome.abandoned == plan.calls.count)
        #expect(outcome.report.contacts.opened == plan.calls.count)
    }

    private static var realData: String {
        URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../shared/data/bank-calls-1999-08a.csv").standardized.path
    }
}
