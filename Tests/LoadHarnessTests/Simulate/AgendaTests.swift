import Testing
import Wire

@testable import LoadHarness

@Suite("What is to happen")
struct AgendaTests {
    @Test("comes in the order of time, and at the same time in the order in which it was put in")
    func order() {
        var random = SeededGenerator(seed: 5)
        var agenda = Agenda<Int>()
        var expected: [(time: Int64, item: Int)] = []
        var taken: [(time: Int64, item: Int)] = []
        for item in 0..<2_000 {
            let time = Int64(random.below(300)) + (taken.last?.time ?? 0)
            agenda.add(item, at: time)
            expected.append((time, item))
            if random.below(3) == 0, let next = agenda.next() { taken.append(next) }
        }
        while let next = agenda.next() { taken.append(next) }
        #expect(taken.map(\.item) == expected.sorted { ($0.time, $0.item) < ($1.time, $1.item) }.map(\.item))
        #expect(agenda.nextTime == nil)
    }
}
